package nn.natives;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

    private static final String NAME = NativeLibraries.NAMES.get(0);

    /**
     * oneDNN uses the libgomp that is loaded for ND4J, no threads of TBB, and OpenCL's loader without the binding for Java. OpenBLAS
     * is there twice, under two names; nothing here calls the binding for LAPACK.
     */
    private static final Set<String> LOADED_IN_VAIN = Set.of(
            "org/bytedeco/opencl/linux-x86_64/libjniOpenCL.so",
            "org/bytedeco/dnnl/linux-x86_64/libgomp.so.1",
            "org/bytedeco/dnnl/linux-x86_64/libtbb.so.2",
            "org/bytedeco/openblas/linux-x86_64/libopenblas.so.0",
            "org/bytedeco/openblas/linux-x86_64/libjniopenblas.so");

    @TempDir
    private Path scratch;

    @Test
    void theyAreWhatJavaCppLoadsByItself() {
        Assumptions.assumeTrue(Loader.getPlatform().equals("linux-x86_64"));
        NativeLibraries.load();
        TreeSet<String> loaded = new TreeSet<>();
        Loader.getLoadedLibraries().values().forEach(file -> loaded.add(file.replaceFirst(".*\\.jar/", "")));
        loaded.removeAll(LOADED_IN_VAIN);
        assertEquals(new TreeSet<>(NativeLibraries.NAMES), loaded);
    }

    @Test
    void aFileCountsOnlyInTheSizeThatItsJarSays() throws IOException {
        File jar = jarWith("abc");
        assertEquals(Map.of(), unpacked(jar), "missing");
        Path file = scratch.resolve(jar.getName()).resolve(NAME);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "ab");
        assertEquals(Map.of(), unpacked(jar), "cut off");
        Files.writeString(file, "abc");
        assertEquals(Map.of(NAME, file.toFile()), unpacked(jar));
    }

    @Test
    void aDamagedJarHasNone() throws IOException {
        File jar = jarWith("abc");
        Files.writeString(jar.toPath(), "no jar");
        assertEquals(Map.of(), unpacked(jar));
    }

    private Map<String, File> unpacked(File jar) {
        return NativeLibraries.unpacked(List.of(jar).toArray(File[]::new), scratch.toFile());
    }

    private File jarWith(String content) throws IOException {
        Path jar = Files.createDirectories(scratch.resolve("lib")).resolve("javacpp-linux-x86_64.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(NAME));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar.toFile();
    }
}
