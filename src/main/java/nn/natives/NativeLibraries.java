package nn.natives;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The shared libraries of ND4J and oneDNN. JavaCPP searches the class path for each of them, which is half of their start; so
 * where it has unpacked them before, they are loaded from there without a search. In all other cases JavaCPP loads them in its own
 * way, and unpacks them.
 */
public final class NativeLibraries {

    /** JavaCPP's own setting: the directory into which it unpacks them. */
    public static final String CACHE = "org.bytedeco.javacpp.cachedir";

    /** JavaCPP's own switch: whether it loads any. */
    private static final String JAVACPP_LOADS = "org.bytedeco.javacpp.loadlibraries";

    private static final String PLATFORM = "linux-x86_64";
    private static final String JAVACPP = "org/bytedeco/javacpp/" + PLATFORM + "/";
    private static final String OPENBLAS = "org/bytedeco/openblas/" + PLATFORM + "/";
    private static final String OPENCL = "org/bytedeco/opencl/" + PLATFORM + "/";
    private static final String DNNL = "org/bytedeco/dnnl/" + PLATFORM + "/";
    private static final String ND4J = "org/nd4j/linalg/cpu/nativecpu/bindings/" + PLATFORM + "/";

    /**
     * What JavaCPP loads, as it names them in its directory of a jar, in its order; without what is loaded twice or not needed.
     * OpenBLAS "without LAPACK" is the same file as the one with it, and calls itself by that one's name, by which ND4J's library
     * finds it: so it comes before.
     */
    static final List<String> NAMES = List.of(
            JAVACPP + "libjnijavacpp.so",
            OPENBLAS + "libgcc_s.so.1",
            OPENBLAS + "libquadmath.so.0",
            OPENBLAS + "libgfortran.so.5",
            OPENBLAS + "libopenblas_nolapack.so.0",
            OPENBLAS + "libjniopenblas_nolapack.so",
            ND4J + "libgomp.so.1",
            ND4J + "libnd4jcpu.so",
            ND4J + "libjnind4jcpu.so",
            OPENCL + "libOpenCL.so.1",
            DNNL + "libdnnl.so.2",
            DNNL + "libjnidnnl.so");

    /** Those that make JavaCPP load the libraries. */
    private static final List<String> CLASSES =
            List.of("org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu", "org.bytedeco.dnnl.global.dnnl");

    private NativeLibraries() {}

    /** Made at the first call of {@link #load}, by one thread; the others wait. */
    private static final class Loading {

        static final Optional<LinkageError> PROBLEM;

        static {
            initializeResourcesAndFiles();
            PROBLEM = loadUnpacked() ? Optional.empty() : loadByJavaCpp();
        }
    }

    /**
     * Loads them, once. Whoever is about to touch JavaCPP, ND4J or oneDNN calls this before; a second thread waits until the first
     * is done. A library that is being loaded initializes classes of JavaCPP, and these load libraries when they are initialized:
     * two threads that began with different ones would wait for each other for ever.
     *
     * @throws LinkageError if that fails
     */
    public static void load() {
        if (Loading.PROBLEM.isPresent()) {
            throw Loading.PROBLEM.get();
        }
    }

    private static void load(String name) {
        System.load(Unpacked.FILES.get(name).getPath());
    }

    /**
     * The JDK loads libraries one after the other, and JavaCPP's first one runs Java code while it is loaded, which looks for
     * resources and files. If another thread is then at the first use of these, the JDK's own library for them waits for JavaCPP's
     * and JavaCPP's for it, for ever. So their first use is here.
     */
    private static void initializeResourcesAndFiles() {
        ClassLoader.getSystemResource("none");
        try {
            FileChannel.open(Path.of(System.getProperty("java.home")), StandardOpenOption.READ)
                    .close();
        } catch (IOException e) {
            // A directory can be opened for reading on some systems only; its library is loaded in any case.
        }
    }

    /** All of them, if JavaCPP has unpacked them all and is not told whether to load any; else none. */
    private static final class Unpacked {

        static final Map<String, File> FILES = find();

        private static Map<String, File> find() {
            String cache = System.getProperty(CACHE);
            File[] jars = new File(new File(System.getProperty("java.class.path")).getParentFile(), "lib")
                    .listFiles((directory, name) -> name.endsWith(PLATFORM + ".jar"));
            boolean known = cache != null && jars != null && System.getProperty(JAVACPP_LOADS) == null;
            Map<String, File> files = known ? unpacked(jars, new File(cache)) : Map.of();
            return files.keySet().containsAll(NAMES) ? files : Map.of();
        }
    }

    /** What is unpacked to the size that the jars say, by name: JavaCPP unpacks each jar into a directory of the jar's name. */
    static Map<String, File> unpacked(File[] jars, File cache) {
        Map<String, File> files = new HashMap<>();
        for (File jar : jars) {
            try (ZipFile zip = new ZipFile(jar)) {
                for (String name : NAMES) {
                    ZipEntry entry = zip.getEntry(entry(name));
                    File file = new File(new File(cache, jar.getName()), name);
                    if (entry != null && file.length() == entry.getSize()) {
                        files.put(name, file);
                    }
                }
            } catch (IOException e) {
                // A damaged jar is for JavaCPP to report.
                return Map.of();
            }
        }
        return files;
    }

    /** JavaCPP unpacks this one twice. */
    private static String entry(String name) {
        return name.replace("libopenblas_nolapack", "libopenblas");
    }

    private static boolean loadUnpacked() {
        if (Unpacked.FILES.isEmpty()) {
            return false;
        }
        System.setProperty(JAVACPP_LOADS, "false");
        try {
            NAMES.forEach(NativeLibraries::load);
            return true;
        } catch (LinkageError e) {
            // JavaCPP tries again, and says what is wrong.
            System.clearProperty(JAVACPP_LOADS);
            return false;
        }
    }

    private static Optional<LinkageError> loadByJavaCpp() {
        try {
            for (String name : CLASSES) {
                Class.forName(name);
            }
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.of((LinkageError) new NoClassDefFoundError(e.getMessage()).initCause(e));
        } catch (LinkageError e) {
            return Optional.of(e);
        }
    }
}
