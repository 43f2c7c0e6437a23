package nn.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, from the jar. */
final class Version implements IVersionProvider {

    /** {@code nn 1.0.0}; {@code nn development} when it does not run from its jar. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "nn " + (version == null ? "development" : version);
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}
