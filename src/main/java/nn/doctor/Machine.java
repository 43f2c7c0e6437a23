package nn.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nn.Plural;

/** Checks of the JDK, the processor and the memory. */
final class Machine {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Path MEMORY_INFO = Path.of("/proc/meminfo");

    /** What a training with the default preset takes, and with the largest; {@code src/site/markdown/benchmarks.md}. */
    private static final long LEAST_MEGABYTES = 400;

    private static final long USUAL_MEGABYTES = 1000;

    /** The images of MNIST are 55 MB in the heap. */
    private static final long LEAST_HEAP_MEGABYTES = 150;

    private static final String MORE_HEAP = "give Java more with NN_JAVA_OPTS=-Xmx1g";

    private Machine() {}

    static Finding java(Path home) {
        String jdk =
                System.getProperty("java.vendor") + " " + Runtime.version() + " in " + System.getProperty("java.home");
        boolean builds = Files.exists(home.resolve("pom.xml"));
        boolean compiler = Files.exists(Path.of(System.getProperty("java.home"), "bin", "javac"));
        return builds && !compiler
                ? Finding.warning(
                        "Java",
                        jdk + ", without a compiler",
                        "install a JDK, or nn cannot be built again after a change")
                : Finding.ok("Java", jdk);
    }

    static Finding processor() {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!platform.equals("Linux amd64")) {
            return Finding.problem(
                    "processor",
                    platform + ": training is not tested here",
                    "use Linux on x86-64; see usage.md, Platforms");
        }
        String name = field(CPU_INFO, "model name").orElse(platform);
        String flags = " " + field(CPU_INFO, "flags").orElse("") + " ";
        if (flags.contains(" avx512bw ")) {
            return Finding.ok("processor", name + ", with AVX-512");
        }
        return flags.contains(" avx2 ")
                ? Finding.ok("processor", name + ", with AVX2")
                : Finding.warning("processor", name + ", without AVX2", "expect slow training; use a newer processor");
    }

    static Finding cores() {
        int usable = Runtime.getRuntime().availableProcessors();
        long all = lines(CPU_INFO).stream()
                .filter(line -> line.startsWith("processor"))
                .count();
        String cores = Plural.of(usable, "core");
        return usable < all
                ? Finding.warning(
                        "cores",
                        cores + " of " + all,
                        "to use more, raise the limit (cgroup, container --cpus, taskset or -XX:ActiveProcessorCount)")
                : Finding.ok("cores", cores);
    }

    static Finding memory() {
        long limit =
                megabytes(((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize());
        long available =
                kilobytes("MemAvailable").map(kilobytes -> kilobytes >> 10).orElse(limit);
        boolean limited =
                kilobytes("MemTotal").filter(total -> limit < total >> 10).isPresent();
        long usable = Math.min(limit, available);
        String found = "%,d MB usable%s".formatted(usable, limited ? ", limited by a cgroup or container" : "");
        String advice = limited ? "raise the limit (container --memory)" : "end other programs";
        if (usable < LEAST_MEGABYTES) {
            return Finding.problem("memory", found, advice + "; a training needs " + LEAST_MEGABYTES + " MB");
        }
        return usable < USUAL_MEGABYTES
                ? Finding.warning(
                        "memory", found, advice + "; large networks and committees need " + USUAL_MEGABYTES + " MB")
                : Finding.ok("memory", found);
    }

    static Finding heap() {
        long most = megabytes(Runtime.getRuntime().maxMemory());
        String found = "at most %,d MB".formatted(most);
        return most < LEAST_HEAP_MEGABYTES
                ? Finding.problem("Java heap", found, MORE_HEAP)
                : Finding.ok("Java heap", found);
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    private static Optional<Long> kilobytes(String name) {
        return field(MEMORY_INFO, name).map(text -> Long.parseLong(text.replace(" kB", "")));
    }

    /** The value in the first line {@code name : value}. */
    private static Optional<String> field(Path file, String name) {
        return lines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Only Linux has these files.
            return List.of();
        }
    }
}
