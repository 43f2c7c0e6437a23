package nn.cli;

import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import nn.NnException;
import nn.checkpoint.SafeTensors;
import nn.checkpoint.UnverifiedTensors;
import nn.eval.Classifier;

/**
 * A model's file as it was read. Whether it is sound is found out meanwhile, which takes as long as an answer; until that is known
 * nothing may be said.
 */
final class ModelContent {

    private final SafeTensors tensors;
    private final Future<SafeTensors> verification;

    private ModelContent(SafeTensors tensors, Future<SafeTensors> verification) {
        this.tensors = tensors;
        this.verification = verification;
    }

    /** @throws NnException as {@link SafeTensors#readUnverified} */
    static ModelContent read(Path file) {
        UnverifiedTensors unverified = SafeTensors.readUnverified(file);
        // Not a method reference, see Background.
        return new ModelContent(unverified.content(), Background.start(new Supplier<>() {
            @Override
            public SafeTensors get() {
                return unverified.verified();
            }
        }));
    }

    /**
     * What the content makes.
     *
     * @throws NnException what {@code maker} throws; but if the file is damaged, that it is
     */
    Classifier classifier(Function<SafeTensors, Classifier> maker) {
        try {
            return maker.apply(tensors);
        } catch (NnException e) {
            requireSound();
            throw e;
        }
    }

    /**
     * Waits until it is known whether the file is sound.
     *
     * @throws NnException BAD_CHECKPOINT if it is not
     */
    void requireSound() {
        Background.result(verification);
    }
}
