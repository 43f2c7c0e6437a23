package nn.exchange.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.data.ClassNames;
import nn.data.DataDirectory;
import nn.files.AtomicFile;
import nn.files.DurableDirectory;
import nn.files.NewDirectory;
import nn.files.ReadableFile;
import nn.files.WriteFailure;

/**
 * Fetches a data set. Its published files go to a directory of downloads, where the user can also put them; the IDX files made from
 * them appear all at once.
 */
public final class Fetch {

    /** How long a server may be silent. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A cut download is continued so often. */
    private static final int TRIES = 5;

    private final PublishedSet set;
    private final Path downloads;
    private final Duration patience;
    private final FetchListener listener;

    /**
     * @param downloads gets a directory with the published files
     * @param patience how long a server may be silent
     */
    public Fetch(PublishedSet set, Path downloads, Duration patience, FetchListener listener) {
        this.set = set;
        this.downloads = downloads.resolve(set.source());
        this.patience = patience;
        this.listener = listener;
    }

    /**
     * Makes the data directory.
     *
     * @throws NnException ENVIRONMENT if a file cannot be got or written, or the directory holds files already; BAD_INPUT if a file that
     *     the user put there is another one
     */
    public void into(Path directory) {
        NewDirectory.requireUnused(directory);
        try {
            DurableDirectory.make(downloads);
        } catch (IOException e) {
            throw WriteFailure.of(downloads, e);
        }
        List<PublishedFile> missing =
                set.files().stream().filter(file -> !isHere(file)).toList();
        for (PublishedFile file : missing) {
            get(file);
        }
        NewDirectory.write(directory, staged -> {
            set.unpacking().unpack(downloads, staged);
            if (set.classes().isPresent()) {
                AtomicFile.write(
                        staged.resolve(ClassNames.FILE), set.classes().get().text());
            }
            DataDirectory.of(staged).requireUsable();
        });
        if (!set.sharesFiles()) {
            deleteDownloads();
        }
    }

    /** The directory of the downloads if they are kept for other sets. */
    public Optional<Path> kept() {
        return set.sharesFiles() ? Optional.of(downloads) : Optional.empty();
    }

    private boolean isHere(PublishedFile file) {
        Path path = downloads.resolve(file.name());
        if (!Files.exists(path)) {
            return false;
        }
        ReadableFile.require(path, Kind.BAD_INPUT);
        try {
            Checksum found = file.checksum().of(path);
            if (!found.equals(file.checksum())) {
                throw NnException.of(
                        Kind.BAD_INPUT,
                        path,
                        "is not the published file (its " + found.algorithm() + " is " + found.hex() + ", not "
                                + file.checksum().hex() + ")",
                        "remove it");
            }
            return true;
        } catch (IOException e) {
            throw new NnException(
                    Kind.BAD_INPUT, path + ": cannot be read (" + UntrustedText.reason(e) + "); check the disk", e);
        }
    }

    private void get(PublishedFile file) {
        Path path = downloads.resolve(file.name());
        Path part = downloads.resolve(file.name() + ".part");
        try (FileChannel channel = open(part)) {
            List<String> failures = new ArrayList<>();
            for (String mirror : set.mirrors()) {
                try {
                    getFrom(mirror, file, part, channel);
                    channel.force(true);
                    Files.move(part, path);
                    listener.done(file.name());
                    return;
                } catch (MirrorException e) {
                    failures.add(mirror + ": " + e.getMessage());
                    listener.trouble(file.name() + ": not from " + mirror + ": " + e.getMessage());
                }
            }
            if (channel.size() == 0) {
                Files.deleteIfExists(part);
            }
            throw unreachable(failures);
        } catch (IOException e) {
            throw WriteFailure.of(path, e);
        }
    }

    private static FileChannel open(Path part) throws IOException {
        FileChannel channel =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Of this process: the same answer as for another one.
            channel.close();
        }
        channel.close();
        throw NnException.of(Kind.ENVIRONMENT, part, "is being fetched by another nn", "wait until that one is done");
    }

    /** Gets the whole file from a mirror, which may take several requests. */
    private void getFrom(String mirror, PublishedFile file, Path part, FileChannel channel) throws IOException {
        Download download = new Download(patience, listener);
        boolean resumed = channel.size() > 0;
        for (int tried = 1; ; tried++) {
            long before = channel.size();
            channel.position(before);
            try {
                download.get(mirror + file.name(), file.name(), part, channel);
                if (file.checksum().fits(part)) {
                    return;
                }
                channel.truncate(0);
                if (!resumed) {
                    throw new MirrorException("its file is not the published one");
                }
                resumed = false; // the beginning, which came from elsewhere, may be to blame
            } catch (MirrorException e) {
                throw e;
            } catch (IOException e) {
                boolean progress = channel.size() > before || before > 0 && channel.size() == 0;
                if (!progress || tried == TRIES) {
                    throw new MirrorException(reason(e));
                }
                resumed = channel.size() > 0;
                listener.trouble(file.name() + ": " + reason(e) + ", so it is continued");
            }
        }
    }

    private static String reason(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "UnknownHostException" -> "its host is not known here";
            case "SocketTimeoutException" -> "it does not answer";
            default -> UntrustedText.reason(e);
        };
    }

    private NnException unreachable(List<String> failures) {
        String missing = set.files().stream()
                .map(PublishedFile::name)
                .filter(name -> !Files.exists(downloads.resolve(name)))
                .collect(Collectors.joining(", "));
        return new NnException(
                Kind.ENVIRONMENT,
                set.name() + ": cannot be fetched (" + failures.get(0)
                        + (failures.size() > 1 ? ", and " + (failures.size() - 1) + " more" : "")
                        + "); try again, or put "
                        + missing + " from " + set.mirrors().get(0) + " into " + downloads + " and run this again");
    }

    private void deleteDownloads() {
        try {
            for (PublishedFile file : set.files()) {
                Files.deleteIfExists(downloads.resolve(file.name()));
            }
            Files.deleteIfExists(downloads);
            Files.deleteIfExists(downloads.getParent());
        } catch (IOException e) {
            // Something else lies there, such as the downloads of another set.
            return;
        }
    }

    /** Why a mirror does not give the file. */
    private static final class MirrorException extends IOException {

        private static final long serialVersionUID = 1L;

        MirrorException(String message) {
            super(message);
        }
    }
}
