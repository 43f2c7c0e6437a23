package nn.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/**
 * A table in the help whose lines break at blanks only. Picocli breaks lines where Java does, also inside names such as
 * {@code model.safetensors}.
 */
final class HelpTable extends TextTable {

    private final ColorScheme colors;

    private HelpTable(ColorScheme colors, Column... columns) {
        super(colors, columns);
        this.colors = colors;
    }

    /** The layout of a command's options and parameters, in columns that are wide enough for all of them. */
    static Help.Layout layout(Help help) {
        Column[] columns = help.createDefaultLayout().textTable().columns();
        return new Help.Layout(
                help.colorScheme(),
                new HelpTable(help.colorScheme(), columns),
                help.createDefaultOptionRenderer(),
                help.createDefaultParameterRenderer());
    }

    /** A command's description. */
    static String description(Help help) {
        HelpTable table = new HelpTable(
                help.colorScheme(), new Column(help.commandSpec().usageMessage().width(), 0, Overflow.WRAP));
        table.indentWrappedLines = 0;
        for (String paragraph : help.commandSpec().usageMessage().description()) {
            for (String line : String.format(paragraph).split("\n", -1)) {
                table.addRowValues(line);
            }
        }
        return table.toString();
    }

    @Override
    public Cell putValue(int row, int column, Text value) {
        if (columns()[column].overflow != Overflow.WRAP || value == null) {
            return super.putValue(row, column, value);
        }
        // The last column stays free, because some terminals begin a new line after it.
        int width = columns()[column].width - columns()[column].indent - 1;
        int last = row;
        Text line = value;
        int end = lastBlank(line, width);
        while (line.plainString().length() > width && end > indentWrappedLines) {
            super.putValue(last, column, line.substring(0, end));
            addEmptyRow();
            last++;
            line = colors.text(" ".repeat(indentWrappedLines)).concat(line.substring(end + 1));
            end = lastBlank(line, width);
        }
        return super.putValue(last, column, line);
    }

    private static int lastBlank(Text line, int width) {
        return line.plainString().lastIndexOf(' ', width);
    }
}
