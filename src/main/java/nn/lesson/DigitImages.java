package nn.lesson;

import java.util.function.Supplier;
import nn.data.DataDirectory;
import nn.data.DataSet;

/** The digits of a data directory, read when first asked for and then kept: several lessons of a run share them. */
public final class DigitImages {

    private final Supplier<DataDirectory> directory;
    private DataSet train;
    private DataSet test;

    /** @param directory is asked for the directory when a lesson needs digits, and may fail then */
    public DigitImages(Supplier<DataDirectory> directory) {
        this.directory = directory;
    }

    DataSet train() {
        if (train == null) {
            train = directory.get().readTrain();
        }
        return train;
    }

    DataSet test() {
        if (test == null) {
            test = directory.get().readTest();
        }
        return test;
    }
}
