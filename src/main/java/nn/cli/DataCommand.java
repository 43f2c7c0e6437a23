package nn.cli;

import nn.report.Terminal;

/** {@code nn data}: looks at data sets. */
final class DataCommand extends Command {

    static final String HEADER = "Look at a data set and what a training makes of it.";

    DataCommand(Terminal terminal) {
        super(HEADER);
        examples("nn data list", "nn data verify --data my-data");
        add(new CommonOptions());
        spec().usageMessage().synopsisSubcommandLabel("WHAT");
        spec().addSubcommand("list", new DataListCommand(terminal).spec())
                .addSubcommand("show", new DataShowCommand(terminal).spec())
                .addSubcommand("verify", new DataVerifyCommand(terminal).spec());
    }

    @Override
    public Integer call() {
        throw noSubcommand();
    }
}
