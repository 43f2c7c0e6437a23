package nn.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nn.NnException;
import nn.NnException.Kind;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.util.SerializableConfiguration;

/** The file systems that Spark was configured for. Workers get a copy. */
final class RemoteFiles implements Serializable {

    private static final long serialVersionUID = 1L;

    private final SerializableConfiguration configuration;

    RemoteFiles(Configuration configuration) {
        this.configuration = new SerializableConfiguration(configuration);
    }

    FileSystem of(Path path) throws IOException {
        return path.getFileSystem(configuration.value());
    }

    FSDataInputStream open(String file) throws IOException {
        Path path = new Path(file);
        return of(path).open(path);
    }

    /**
     * A file, or all files below a directory, by name. Hidden ones, whose names or directories begin with a dot, are left out.
     *
     * @throws NnException BAD_INPUT if there is none
     */
    List<FileStatus> list(String input) throws IOException {
        Path path = new Path(input);
        FileSystem system = of(path);
        if (!system.exists(path)) {
            throw new NnException(Kind.BAD_INPUT, input + ": does not exist; check the name");
        }
        List<FileStatus> files = new ArrayList<>();
        if (system.getFileStatus(path).isFile()) {
            files.add(system.getFileStatus(path));
            return files;
        }
        Path directory = system.getFileStatus(path).getPath();
        RemoteIterator<LocatedFileStatus> all = system.listFiles(path, true);
        while (all.hasNext()) {
            LocatedFileStatus file = all.next();
            if (!isHidden(file.getPath(), directory)) {
                // A located status holds the places of all blocks.
                files.add(new FileStatus(file));
            }
        }
        if (files.isEmpty()) {
            throw new NnException(Kind.BAD_INPUT, input + ": no files in this directory; name one that has some");
        }
        files.sort(Comparator.comparing(FileStatus::getPath));
        return files;
    }

    private static boolean isHidden(Path file, Path above) {
        for (Path part = file; part != null && !part.equals(above); part = part.getParent()) {
            if (part.getName().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Requires that nothing is there yet.
     *
     * @throws NnException ENVIRONMENT if there is
     */
    void requireNew(String output) throws IOException {
        Path path = new Path(output);
        if (of(path).exists(path)) {
            throw new NnException(Kind.ENVIRONMENT, output + ": exists; remove it, or name another with --output");
        }
    }

    /** The name for people and for {@code nn predict}: a local file's path, or else the whole address. */
    static String shown(String file) {
        Path path = new Path(file);
        return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
    }
}
