package nn.run;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nn.json.EnumName;
import nn.json.Named;
import nn.json.RecordValue;
import nn.train.TrainingConfig;

/** A difference between two configurations that makes it impossible to resume a run. */
public final class ConfigDifference {

    /** A run may become longer, and may use another number of threads. */
    private static final Set<String> MAY_DIFFER = Set.of("epochs", "threads");

    private ConfigDifference() {}

    /** The first difference in the words of the flags, such as {@code hidden is 64, the run's is 512,256}; empty for none. */
    public static Optional<String> between(TrainingConfig ofRun, TrainingConfig wanted) {
        int before = ofRun.learning().epochs();
        int now = wanted.learning().epochs();
        return inComponents(ofRun, wanted)
                .or(() -> now >= before ? Optional.empty() : Optional.of(difference("epochs", before, now)));
    }

    private static Optional<String> inComponents(Record ofRun, Record wanted) {
        for (RecordComponent component : ofRun.getClass().getRecordComponents()) {
            Object before = RecordValue.of(ofRun, component);
            Object now = RecordValue.of(wanted, component);
            Optional<String> difference = before.equals(now) || MAY_DIFFER.contains(component.getName())
                    ? Optional.empty()
                    : before instanceof Record record && !(before instanceof Named)
                            ? inComponents(record, (Record) now)
                            : Optional.of(difference(component.getName(), before, now));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static String difference(String component, Object before, Object now) {
        String flag = component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return "%s is %s, the run's is %s".formatted(flag, text(now), text(before));
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(ConfigDifference::text).collect(Collectors.joining(","));
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(ConfigDifference::text).orElse("not set");
        }
        if (value instanceof Named named) {
            return named.label();
        }
        return value instanceof Enum<?> constant ? EnumName.of(constant) : value.toString();
    }
}
