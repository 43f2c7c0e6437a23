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
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import nn.NnException;

/**
 * Loads the shared libraries of ND4J and oneDNN. JavaCPP would search the class path for each library, which takes half of their start. If
 * it has unpacked them before, they are loaded from there without a search. Otherwise JavaCPP unpacks and loads them in its own way.
 */
public final class NativeLibraries {

    /** JavaCPP's own setting: the directory into which it unpacks them. */
    public static final String CACHE = "org.bytedeco.javacpp.cachedir";

    /** JavaCPP's own switch: whether it loads any. */
    private static final String JAVACPP_LOADS = "org.bytedeco.javacpp.loadlibraries";

    private static final String PLATFORM = "linux-x86_64";
    private static final String ENDING = PLATFORM + ".jar";
    private static final String JAVACPP = "org/bytedeco/javacpp/" + PLATFORM + "/";
    private static final String OPENBLAS = "org/bytedeco/openblas/" + PLATFORM + "/";
    private static final String OPENCL = "org/bytedeco/opencl/" + PLATFORM + "/";
    private static final String DNNL = "org/bytedeco/dnnl/" + PLATFORM + "/";
    private static final String ND4J = "org/nd4j/linalg/cpu/nativecpu/bindings/" + PLATFORM + "/";

    /**
     * The libraries that JavaCPP loads, in its order and with their paths in its jars, without duplicates and those that are not needed.
     * OpenBLAS "without LAPACK" is the same file as OpenBLAS, and has its name inside. ND4J's library finds it by that name, so it comes
     * first.
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

    /** Initializing these classes makes JavaCPP load the libraries. */
    private static final List<String> CLASSES =
            List.of("org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu", "org.bytedeco.dnnl.global.dnnl");

    private NativeLibraries() {}

    /** Its initializer runs at the first call of {@link #load}, in one thread; other threads wait. */
    private static final class Loading {

        static final Optional<LinkageError> PROBLEM;

        static {
            initializeResourcesAndFiles();
            PROBLEM = loadUnpacked() ? Optional.empty() : loadByJavaCpp();
        }
    }

    /**
     * Loads them once. Call this before the first use of JavaCPP, ND4J or oneDNN. A second thread waits until the first is done. Loading
     * a library initializes classes of JavaCPP, and initializing these loads libraries, so two threads that began with different libraries
     * would wait for each other forever.
     *
     * @throws NnException ENVIRONMENT if they cannot be unpacked or loaded where they are unpacked
     * @throws LinkageError if a library cannot be loaded for another cause
     */
    public static void load() {
        if (Loading.PROBLEM.isPresent()) {
            Optional<NnException> ofPlace = problemOfPlace();
            if (ofPlace.isPresent()) {
                throw ofPlace.get();
            }
            throw Loading.PROBLEM.get();
        }
    }

    private static Optional<NnException> problemOfPlace() {
        return System.getProperty(CACHE) == null
                ? Optional.empty()
                : new LibraryDirectory(directory()).problem(missingBytes());
    }

    /** Where they are unpacked. */
    public static Path directory() {
        String cache = System.getProperty(CACHE);
        return cache == null ? Path.of(System.getProperty("user.home"), ".javacpp", "cache") : Path.of(cache);
    }

    /** How many bytes of them are not unpacked yet. */
    public static long missingBytes() {
        return missingBytes(Unpacked.jars(), directory().toFile());
    }

    /**
     * Tries to load the unpacked libraries. Unlike {@link #load}, it unpacks nothing. Call it when nothing is missing.
     *
     * @return why that failed
     */
    public static Optional<LinkageError> tryUnpacked() {
        initializeResourcesAndFiles();
        try {
            Map<String, File> files = unpacked(Unpacked.jars(), directory().toFile());
            NAMES.forEach(name -> System.load(files.get(name).getPath()));
            return Optional.empty();
        } catch (LinkageError e) {
            return Optional.of(e);
        }
    }

    private static void load(String name) {
        System.load(Unpacked.FILES.get(name).getPath());
    }

    /**
     * Uses resources and files for the first time. The JDK loads one library at a time, and JavaCPP's first one runs Java code meanwhile
     * that uses resources and files. If another thread then used them for the first time, the JDK's own library for them and JavaCPP's
     * would wait for each other forever.
     */
    private static void initializeResourcesAndFiles() {
        ClassLoader.getSystemResource("none");
        try {
            FileChannel.open(Path.of(System.getProperty("java.home")), StandardOpenOption.READ)
                    .close();
        } catch (IOException e) {
            // Not every system opens a directory for reading, but by now the JDK's library is loaded.
        }
    }

    /** The unpacked files: all, or none if one is missing or the user sets JavaCPP's switch. */
    private static final class Unpacked {

        static final Map<String, File> FILES = find();

        private static Map<String, File> find() {
            String cache = System.getProperty(CACHE);
            File[] jars = jars();
            boolean known = cache != null && jars.length > 0 && System.getProperty(JAVACPP_LOADS) == null;
            Map<String, File> files = known ? unpacked(jars, new File(cache)) : Map.of();
            return files.keySet().containsAll(NAMES) ? files : Map.of();
        }

        /** The jars with libraries: beside the program's jar, or in the class path if the program was not started from its jar. */
        static File[] jars() {
            File[] jars = new File(new File(System.getProperty("java.class.path")).getParentFile(), "lib")
                    .listFiles((directory, name) -> name.endsWith(ENDING));
            return jars != null
                    ? jars
                    : Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                            .filter(name -> name.endsWith(ENDING))
                            .map(File::new)
                            .toArray(File[]::new);
        }
    }

    /** The unpacked files by name, if they have the size that the jars say. JavaCPP unpacks a jar into a directory of the same name. */
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
                // JavaCPP will report the damaged jar.
                return Map.of();
            }
        }
        return files;
    }

    /** How much of the jars' libraries is not unpacked. */
    static long missingBytes(File[] jars, File cache) {
        long bytes = 0;
        for (File jar : jars) {
            try (ZipFile zip = new ZipFile(jar)) {
                for (String name : NAMES) {
                    ZipEntry entry = zip.getEntry(entry(name));
                    if (entry != null) {
                        bytes += entry.getSize() - new File(new File(cache, jar.getName()), name).length();
                    }
                }
            } catch (IOException e) {
                return 0;
            }
        }
        return bytes;
    }

    /** The name in the jar: JavaCPP unpacks this OpenBLAS under two names. */
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
            // JavaCPP tries again and reports what is wrong.
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
