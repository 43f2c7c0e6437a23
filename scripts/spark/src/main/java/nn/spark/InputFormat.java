package nn.spark;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import nn.NnException;
import nn.NnException.Kind;
import org.apache.hadoop.fs.FileStatus;

/** What files of images hold. */
enum InputFormat {
    IDX,
    PICTURES,
    PARQUET,
    CSV;

    /**
     * What most likely is in these files, told by the first one's name, or by its first bytes.
     *
     * @throws NnException BAD_INPUT if they are IDX files of labels
     */
    static InputFormat of(RemoteFiles files, List<FileStatus> inputs) throws IOException {
        List<FileStatus> data = withoutMarkers(inputs);
        FileStatus first = data.isEmpty() ? inputs.get(0) : data.get(0);
        String name = first.getPath().getName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            return PARQUET;
        }
        if (name.matches(".*\\.csv(\\.gz|\\.bz2)?")) {
            return CSV;
        }
        return name.matches(".*[-.]idx[13]-ubyte(\\.gz)?") || beginsAsIdx(files, first) ? IDX : PICTURES;
    }

    private static boolean beginsAsIdx(RemoteFiles files, FileStatus file) {
        try (InputStream in = files.open(file.getPath().toString())) {
            byte[] magic = in.readNBytes(4);
            return magic.length == 4 && magic[0] == 0 && magic[1] == 0 && magic[2] == 8 && magic[3] == 3;
        } catch (IOException e) {
            // A picture that cannot be read is an answer of its own.
            return false;
        }
    }

    /** The files that hold images in this format; others stand beside them, such as labels, or Spark's marks. */
    List<FileStatus> files(List<FileStatus> inputs, String input) {
        List<FileStatus> own = switch (this) {
            case PICTURES -> inputs;
            case PARQUET, CSV -> withoutMarkers(inputs);
            case IDX ->
                inputs.size() == 1
                        ? inputs
                        : inputs.stream()
                                .filter(file -> !file.getPath().getName().contains("idx1"))
                                .toList();
        };
        if (own.isEmpty()) {
            throw new NnException(Kind.BAD_INPUT, input + ": holds no images; name a directory or a file with some");
        }
        return own;
    }

    private static List<FileStatus> withoutMarkers(List<FileStatus> inputs) {
        return inputs.stream()
                .filter(file -> !file.getPath().getName().startsWith("_"))
                .toList();
    }
}
