package nn.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nn.NnException;

/** All checks, in the order of their findings. The one that could end the process, loading native libraries, is the last. */
public final class Examination {

    private final Map<String, Supplier<Finding>> checks = new LinkedHashMap<>();

    /**
     * @param home where the program is installed
     * @param data the directory of the images
     * @param model finds the model's file; it may throw an {@code NnException}
     * @param unknownVariables environment variables that look like nn's and are not
     */
    public Examination(Path home, Path data, Supplier<Path> model, List<String> unknownVariables) {
        checks.put("Java", () -> Machine.java(home));
        checks.put("processor", Machine::processor);
        checks.put("cores", Machine::cores);
        checks.put("memory", Machine::memory);
        checks.put("Java heap", Machine::heap);
        checks.put("environment", () -> Surroundings.variables(unknownVariables));
        checks.put("current directory", Surroundings::currentDirectory);
        checks.put("temporary files", Surroundings::temporaryFiles);
        checks.put("fonts", Surroundings::fonts);
        checks.put("data", () -> Contents.data(data));
        checks.put("model", () -> Contents.model(model.get()));
        checks.put(Contents.SEGMENTS, () -> Contents.segments(home));
        checks.put("native cache", Natives::cache);
        checks.put("matrix products", Natives::kernels);
    }

    /**
     * Looks at everything.
     *
     * @param findings gets each finding at once, as a later check may end the process
     */
    public List<Finding> findings(Consumer<Finding> findings) {
        List<Finding> all = new ArrayList<>();
        checks.forEach((subject, check) -> {
            Finding finding = result(subject, check);
            all.add(finding);
            findings.accept(finding);
        });
        return all;
    }

    /** A check that fails has found something. */
    private static Finding result(String subject, Supplier<Finding> check) {
        try {
            return check.get();
        } catch (NnException e) {
            return Finding.problem(subject, e);
        } catch (OutOfMemoryError e) {
            return Finding.problem(subject, "not enough memory to look", "give Java more with NN_JAVA_OPTS=-Xmx2g");
        } catch (RuntimeException | LinkageError | InternalError e) {
            return Finding.problem(
                    subject, "cannot be looked at (" + e + ")", "use another JDK, or report it with this line");
        }
    }
}
