package nn.cli;

import nn.report.Terminal;

/** {@code nn data}: looks at data sets, fetches and converts them. */
final class DataCommand extends Command {

    static final String HEADER = "Look at data sets, fetch and convert them.";

    DataCommand(Terminal terminal) {
        super(HEADER);
        examples("nn data list", "nn data verify --data my-data");
        add(new CommonOptions());
        spec().usageMessage().synopsisSubcommandLabel("WHAT");
        spec().addSubcommand("list", new DataListCommand(terminal).spec())
                .addSubcommand("show", new DataShowCommand(terminal).spec())
                .addSubcommand("verify", new DataVerifyCommand(terminal).spec())
                .addSubcommand("fetch", new DataFetchCommand(terminal).spec())
                .addSubcommand("convert", new DataConvertCommand(terminal).spec());
    }

    @Override
    public Integer call() {
        throw noSubcommand();
    }
}
