package nn.serve;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nn.report.page.ComparisonPage;
import nn.serve.Runs.Run;

/** The page of the runs: trainings, reports and comparisons. */
final class WatchPage {

    private static final int MOST_COMPARED = 12;

    private final Runs runs;
    private final Workers workers;

    WatchPage(Runs runs, Workers workers) {
        this.runs = runs;
        this.workers = workers;
    }

    Reply show(Request request) {
        Texts texts = new Texts(request.language());
        Map<String, String> parts = new RunParts(runs, texts).all();
        return Frame.page(texts, Frame.Tab.WATCH, texts.fill("watch.html", parts));
    }

    /** Whether a run has a page of its own; a link could lead anywhere. */
    static boolean hasReport(Run run) {
        return Files.isRegularFile(run.directory().reportPage(), LinkOption.NOFOLLOW_LINKS);
    }

    /** A name as the value of a query parameter. */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** A run's own page. */
    Reply report(Request request) throws IOException {
        Run run = runs.named(request.query("run").orElse(""));
        if (!hasReport(run)) {
            throw new Refusal(404, "this run has no report yet");
        }
        return Reply.report(Files.readAllBytes(run.directory().reportPage()));
    }

    /** The page of {@code nn report RUN1 RUN2}. */
    Reply compare(Request request) {
        Set<String> names = new LinkedHashSet<>(request.queries("run"));
        if (names.size() < 2 || names.size() > MOST_COMPARED) {
            throw new Refusal(400, "tick from 2 to " + MOST_COMPARED + " finished runs");
        }
        List<Path> directories =
                names.stream().map(name -> runs.named(name).directory().path()).toList();
        String page = workers.run(() -> new ComparisonPage(directories).html(warning -> {}));
        return Reply.report(page.getBytes(StandardCharsets.UTF_8));
    }
}
