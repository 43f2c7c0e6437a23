package nn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import nn.NnException.Kind;
import nn.Plural;
import nn.eval.Classifier;
import nn.files.AtomicFile;
import nn.json.Json;
import nn.model.Storage;
import nn.pictures.PictureFiles;
import nn.read.Networks;
import nn.read.Page;
import nn.read.PictureNumbers;
import nn.read.ReadOptions;
import nn.read.Reading;
import nn.report.BoxesDrawing;
import nn.report.Printable;
import nn.report.ReadingJson;
import nn.report.ReadingTable;
import nn.report.Terminal;

/** {@code nn read}: reads the numbers in a picture. */
final class ReadCommand extends Command {

    static final String HEADER = "Read the numbers in a picture.";

    private final Terminal terminal;
    private final PrefetchedModel prefetched;
    private final PictureArguments images = new PictureArguments();
    private final ModelOption model = new ModelOption();
    private final ReadingOptions reading = new ReadingOptions();
    private final InvertOption invert = new InvertOption();

    private final Flag<Path> boxes =
            Flag.of(Path.class, "--boxes", "FILE", "Draw boxes and answers into the picture, a PNG file.");

    private final PreparedFiles prepared = new PreparedFiles();
    private final Flag<Boolean> json = Flag.on("--json", "Print JSON instead of text, with boxes and probabilities.");
    private final Flag<Boolean> tsv = Flag.on("--tsv", "Print TSV instead of text, in Tesseract's columns.");
    private final Flag<Boolean> csv = Flag.on("--csv", "Print CSV instead of text, a line for each number.");
    private final ThreadsOption threads = new ThreadsOption("Threads that read a picture together, 1 to 256.");
    private final CommonOptions common = new CommonOptions();

    private Future<Classifier> classifier;
    private int received;
    private int failures;
    private final List<Reading> collected = new ArrayList<>();

    ReadCommand(Terminal terminal, PrefetchedModel prefetched) {
        super(HEADER);
        this.terminal = terminal;
        this.prefetched = prefetched;
        examples("nn read page.jpg", "nn read sudoku.jpg --cells 9x9", "nn read form.png --json --boxes found.png");
        add(images, model, reading, invert, boxes, prepared, json, tsv, csv, threads, common);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description(
                        "%nFinds the digits on a page, a form, a sudoku or a display, and prints them line by line with "
                                + "spaces between numbers. An unsure digit is ?.%n");
    }

    @Override
    public Integer call() {
        ReadOptions options = options();
        List<PictureFiles.Item> files =
                PictureFiles.expand(images.words(), "nn read", warning -> common.warn(terminal, warning));
        if (boxes.isGiven()) {
            checkBoxes(files);
        }
        Path modelFile = model.file();
        classifier = Background.start(
                () -> ModelOption.forPictures(prefetched.content(modelFile), modelFile, Storage.HEAP_FLOAT));
        model.announce(modelFile, terminal, common.quiet());
        Future<Classifier> segments = Background.start(Installation::segments);
        Networks networks = new Networks(() -> Background.result(classifier), () -> Background.result(segments));
        new PictureNumbers(networks, options, System.in).read(files, threads.count(), each -> {
            receive(each, files.size());
            return isWanted();
        });
        common.note(
                terminal,
                () -> "network %s, %s, %d without digits"
                        .formatted(
                                Background.result(classifier).architectureNames(),
                                Plural.of(received, "picture"),
                                failures));
        if (json.isOn()) {
            terminal.out()
                    .print(Json.pretty(ReadingJson.of(
                            modelFile.toString(),
                            collected,
                            Background.result(classifier).classNames())));
        }
        terminal.out().flush();
        return failures == 0 ? 0 : Kind.BAD_INPUT.exitCode();
    }

    private ReadOptions options() {
        if ((json.isOn() ? 1 : 0) + (tsv.isOn() ? 1 : 0) + (csv.isOn() ? 1 : 0) > 1) {
            throw usage("--json, --tsv and --csv exclude each other");
        }
        PngName.check("--boxes", boxes.value(), this);
        threads.check(this);
        ReadOptions options = reading.options(invert, this);
        prepared.makeDirectory();
        return options;
    }

    /** Refuses, before any work is done, a drawing that cannot be written, or would replace the picture. */
    private void checkBoxes(List<PictureFiles.Item> files) {
        if (files.size() > 1) {
            throw usage("--boxes draws into one picture, and there are " + files.size());
        }
        if (isSameFile(files.get(0).name(), boxes.value())) {
            throw usage("--boxes names the picture itself; write to another file");
        }
        AtomicFile.requireWritable(boxes.value());
    }

    private static boolean isSameFile(String name, Path file) {
        try {
            return Files.isSameFile(Path.of(name), file);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private void receive(Reading read, int files) {
        Background.result(classifier); // before any output: the model may be damaged
        received++;
        failures += read.error().isPresent() ? 1 : 0;
        read.page().ifPresent(page -> save(read, page));
        if (json.isOn()) {
            // Pictures take much memory, and JSON shows none.
            collected.add(read.withoutPicture());
            return;
        }
        terminal.out().print(text(read, files));
        terminal.out().flush();
        read.error().ifPresent(terminal::say);
        read.warnings().forEach(warning -> common.warn(terminal, read.file() + ": " + warning));
    }

    private String text(Reading read, int files) {
        if (tsv.isOn()) {
            return (received == 1 ? ReadingTable.tsvHeader() : "") + ReadingTable.tsv(read, received);
        }
        if (csv.isOn()) {
            return (received == 1 ? ReadingTable.csvHeader() : "") + ReadingTable.csv(read);
        }
        String text = read.page().map(Page::text).orElse("");
        return files == 1 ? text : (received == 1 ? "" : "\n") + "==> " + Printable.of(read.file()) + " <==\n" + text;
    }

    private void save(Reading read, Page page) {
        page.digits().forEach(digit -> prepared.save(read.file(), digit.prepared()));
        if (boxes.isGiven()) {
            byte[] png = BoxesDrawing.png(read.picture().orElseThrow(), page);
            AtomicFile.writeUnforced(boxes.value(), out -> out.write(png));
        }
    }

    /** Nobody wants more after {@code nn read ... | head}, but pictures may still be written. */
    private boolean isWanted() {
        return prepared.isGiven() || boxes.isGiven() || !terminal.out().checkError();
    }
}
