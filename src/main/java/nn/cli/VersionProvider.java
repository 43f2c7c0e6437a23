package nn.cli;

import nn.Version;
import picocli.CommandLine.IVersionProvider;

/** Provides the text of {@code --version}. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return Version.details().toArray(String[]::new);
    }
}
