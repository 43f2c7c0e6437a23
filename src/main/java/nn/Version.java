package nn;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The program's version, from the jar. */
public final class Version {

    private Version() {}

    /** {@code nn 1.0.0}; {@code nn development} when it does not run from its jar. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "nn " + (version == null ? "development" : version);
    }

    /** What {@code --version} prints: the version with its commit, the JDK, and the libraries that compute, as far as the jar names them. */
    public static List<String> details() {
        Attributes jar = jar();
        String commit = jar.getValue("Commit");
        List<String> lines = new ArrayList<>();
        lines.add(text() + (commit == null ? "" : " (commit " + commit + ")"));
        lines.add("JDK " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        if (jar.getValue("ND4J-Version") != null) {
            lines.add("ND4J " + jar.getValue("ND4J-Version") + ", oneDNN " + jar.getValue("oneDNN-Version"));
        }
        return lines;
    }

    /** The manifest of the jar; empty when the program does not run from one. */
    private static Attributes jar() {
        try (JarFile jar = new JarFile(new File(Version.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()))) {
            return jar.getManifest().getMainAttributes();
        } catch (IOException | URISyntaxException e) {
            return new Attributes();
        }
    }
}
