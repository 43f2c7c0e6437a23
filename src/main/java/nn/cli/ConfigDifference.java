package nn.cli;

import java.lang.reflect.RecordComponent;
import java.util.Optional;
import nn.train.TrainingConfig;

/** What keeps a run from going on: a part of its configuration that is another now. */
final class ConfigDifference {

    /** A run may be made longer. */
    private static final String MAY_DIFFER = "epochs";

    private ConfigDifference() {
    }

    /** The first difference in words, such as {@code hidden is [64], the run's is [512, 256]}; empty if there is none. */
    static Optional<String> between(TrainingConfig ofRun, TrainingConfig wanted) {
        for (RecordComponent component : TrainingConfig.class.getRecordComponents()) {
            Object before = value(component, ofRun);
            Object now = value(component, wanted);
            if (!before.equals(now) && !component.getName().equals(MAY_DIFFER)) {
                return Optional.of("%s is %s, the run's is %s".formatted(component.getName(), now, before));
            }
        }
        if (wanted.epochs() < ofRun.epochs()) {
            return Optional.of("epochs is %d, the run's is %d".formatted(wanted.epochs(), ofRun.epochs()));
        }
        return Optional.empty();
    }

    private static Object value(RecordComponent component, TrainingConfig config) {
        try {
            return component.getAccessor().invoke(config);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's component cannot be read", e);
        }
    }
}
