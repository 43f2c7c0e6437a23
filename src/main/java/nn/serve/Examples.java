package nn.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.Choice;
import nn.files.AtomicFile;
import nn.files.DurableDirectory;
import nn.image.decode.ImageFile;
import nn.pictures.LabeledPictures;
import nn.safetensors.Sha256;

/** Saves pictures with their labels, in sub-directories named by label, which {@code nn eval --images} takes. */
final class Examples {

    /** Of the digest of its bytes, which names a picture: the same one is saved once. */
    private static final int NAME_DIGITS = 16;

    private final Path directory;
    private final Models models;
    private final PictureApi pictures;

    Examples(Path directory, Models models, PictureApi pictures) {
        this.directory = directory;
        this.models = models;
        this.pictures = pictures;
    }

    /** The document on a saved picture. */
    record Saved(String label, String file) {}

    Reply save(Request request) throws IOException {
        return Reply.json(201, keep(request));
    }

    /**
     * Saves the picture of a request with the label that its parameter {@code label} names.
     *
     * @throws Refusal 400 for an unknown label, 422 if it is no picture that can be read
     */
    Saved keep(Request request) throws IOException {
        String label = request.parameter("label").orElse("");
        List<String> labels = new ArrayList<>(
                models.named(Optional.empty()).judge().classifier().classNames());
        labels.add(LabeledPictures.NO_DIGIT);
        // A class of a foreign model may have any name.
        if (!labels.contains(label) || !label.matches("[\\p{L}\\p{N}_-]{1,40}")) {
            throw new Refusal(400, "the label is " + Choice.of(labels));
        }
        byte[] picture = request.picture();
        String ending = pictures.workersFor(picture).run(() -> checkedEnding(picture));
        Path own = directory.resolve(label);
        MessageDigest digest = Sha256.begin();
        digest.update(picture);
        Path file = own.resolve(Sha256.hex(digest).substring(0, NAME_DIGITS) + "." + ending);
        DurableDirectory.make(own);
        AtomicFile.write(file, out -> out.write(picture));
        return new Saved(label, file.toString());
    }

    /** The ending of the picture's format, after it has been read as a whole. */
    private static String checkedEnding(byte[] picture) {
        try {
            ImageFile.read(new ByteArrayInputStream(picture), "picture");
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be read", e);
        }
        return ImageFile.ending(picture)
                .orElseThrow(() -> new Refusal(422, "send the picture itself, not as base64 text"));
    }
}
