package nn;

/** The program's version, from the jar. */
public final class Version {

    private Version() {}

    /** {@code nn 1.0.0}; {@code nn development} when it does not run from its jar. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "nn " + (version == null ? "development" : version);
    }
}
