package nn.lesson;

import java.util.function.Supplier;
import nn.data.DataDirectory;
import nn.data.DataSet;

/** The digits for lessons. They are read on first use and then kept, because several lessons share them. */
public final class DigitImages {

    private final Supplier<DataSet> trainSource;
    private final Supplier<DataSet> testSource;
    private DataSet train;
    private DataSet test;

    /** @param trainSource is called when a lesson needs digits, and may fail then */
    DigitImages(Supplier<DataSet> trainSource, Supplier<DataSet> testSource) {
        this.trainSource = trainSource;
        this.testSource = testSource;
    }

    /** @param directory is called when a lesson needs digits */
    public static DigitImages in(Supplier<DataDirectory> directory) {
        return new DigitImages(
                () -> directory.get().readTrain(), () -> directory.get().readTest());
    }

    DataSet train() {
        if (train == null) {
            train = trainSource.get();
        }
        return train;
    }

    DataSet test() {
        if (test == null) {
            test = testSource.get();
        }
        return test;
    }
}
