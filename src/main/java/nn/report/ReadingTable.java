package nn.report;

import nn.image.prepare.Box;
import nn.read.Page;
import nn.read.Reading;

/** Renders what was read in pictures as tables: Tesseract's TSV, or CSV with a line for each number. */
public final class ReadingTable {

    private static final String TSV_HEADER =
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    private static final String CSV_HEADER = "file,line,number,text,confidence,left,top,width,height,error,warnings\n";

    private ReadingTable() {}

    /** The first line of the TSV output. */
    public static String tsvHeader() {
        return TSV_HEADER;
    }

    /**
     * The TSV lines of a picture: a page (level 1) with a block (2) of a paragraph (3) of lines (4) of words (5), which are numbers.
     *
     * @param page the number of the picture, from 1
     */
    public static String tsv(Reading reading, int page) {
        if (reading.page().isEmpty()) {
            return "";
        }
        Page read = reading.page().get();
        StringBuilder text =
                new StringBuilder(row(1, page, 0, 0, 0, new Box(0, 0, read.width(), read.height()), -1, ""));
        read.lines().stream()
                .map(Page.Line::box)
                .reduce(Box::union)
                .ifPresent(all ->
                        text.append(row(2, page, 1, 0, 0, all, -1, "")).append(row(3, page, 1, 0, 0, all, -1, "")));
        for (int line = 0; line < read.lines().size(); line++) {
            Page.Line own = read.lines().get(line);
            text.append(row(4, page, 1, line + 1, 0, own.box(), -1, ""));
            for (int word = 0; word < own.numbers().size(); word++) {
                Page.Number number = own.numbers().get(word);
                text.append(
                        row(5, page, 1, line + 1, word + 1, number.box(), 100 * number.confidence(), number.text()));
            }
        }
        return text.toString();
    }

    private static String row(
            int level, int page, int block, int line, int word, Box box, double confidence, String text) {
        return EvaluationText.format(
                "%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%s\t%s\n",
                level,
                page,
                block,
                level >= 3 ? 1 : 0,
                line,
                word,
                box.left(),
                box.top(),
                box.width(),
                box.height(),
                confidence < 0 ? "-1" : EvaluationText.format("%.6f", confidence),
                text);
    }

    /** The first line of the CSV output. */
    public static String csvHeader() {
        return CSV_HEADER;
    }

    /** The CSV lines of a picture: one for each number, or one with the error. */
    public static String csv(Reading reading) {
        String end = "," + Csv.quoted(reading.error().orElse("")) + ","
                + Csv.quoted(String.join("; ", reading.warnings())) + "\n";
        StringBuilder text = new StringBuilder();
        if (reading.error().isPresent()) {
            text.append(Csv.quoted(reading.file())).append(",,,,,,,,").append(end);
            return text.toString();
        }
        Page page = reading.page().orElseThrow();
        for (int line = 0; line < page.lines().size(); line++) {
            Page.Line own = page.lines().get(line);
            for (int i = 0; i < own.numbers().size(); i++) {
                Page.Number number = own.numbers().get(i);
                Box box = number.box();
                text.append(EvaluationText.format(
                        "%s,%d,%d,%s,%.6f,%d,%d,%d,%d%s",
                        Csv.quoted(reading.file()),
                        line + 1,
                        i + 1,
                        number.text(),
                        number.confidence(),
                        box.left(),
                        box.top(),
                        box.width(),
                        box.height(),
                        end));
            }
        }
        return text.toString();
    }
}
