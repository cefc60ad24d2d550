package org.hqccp.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hqccp.decision.Status;
import org.hqccp.facts.Plural;
import org.hqccp.testcase.SuggestedCase;
import org.jspecify.annotations.Nullable;

/** Asks the author about each suggested case. What is confirmed is written at once, so that stopping midway loses nothing. */
final class SuggestDialog {
    private static final String NO_FINDING = "none";
    private final Screen screen;
    private final SuggestReport report;
    private final CaseFileWriter writer;
    private final BufferedReader answers;
    private int added;
    private int differing;

    SuggestDialog(Screen screen, SuggestReport report, CaseFileWriter writer) {
        this.screen = screen;
        this.report = report;
        this.writer = writer;
        this.answers = new BufferedReader(new InputStreamReader(screen.in(), StandardCharsets.UTF_8));
    }

    void ask(List<SuggestedCase> cases) throws IOException, Refusal {
        screen.out().print(report.head());
        boolean going = true;
        for (int i = 0; i < cases.size() && going; i++) {
            screen.out().print(report.one(i));
            going = ask(cases.get(i));
        }
        if (added == 0) {
            screen.out().println("Nothing was written.");
            return;
        }
        screen.out().println(screen.green(Plural.of(added, "case") + " added to " + writer.shown()));
        if (differing > 0) {
            screen.out()
                    .println(Plural.of(differing, "case") + (differing == 1 ? " fails" : " fail")
                            + " until the rule gives the answer you expect: see hqccp test.");
        }
    }

    /** One case; whether to go on. */
    private boolean ask(SuggestedCase each) throws IOException, Refusal {
        while (true) {
            String said = answer("      Is that right? (yes, no, skip, quit) ");
            switch (said == null ? "q" : said.isEmpty() ? "?" : said.substring(0, 1)) {
                case "y" -> {
                    add(each.confirmed());
                    return true;
                }
                case "n" -> {
                    otherwise(each);
                    return true;
                }
                case "s" -> {
                    screen.out().println();
                    return true;
                }
                case "q" -> {
                    screen.out().println();
                    return false;
                }
                default ->
                    screen.out()
                            .println("      yes adds the case; no asks what should come out; skip leaves it out;"
                                    + " quit ends, and keeps what you confirmed.");
            }
        }
    }

    /** The rules say something else than the author wants: the case says so, and fails until they agree. */
    private void otherwise(SuggestedCase each) throws IOException, Refusal {
        List<String> statuses = Stream.concat(Arrays.stream(Status.values()).map(Status::name), Stream.of(NO_FINDING))
                .filter(s -> !s.equals(each.status()))
                .toList();
        while (true) {
            String said = answer(
                    "      What should come out? (" + String.join(", ", statuses) + "; Enter leaves the case out) ");
            if (said == null || said.isEmpty()) {
                screen.out().println();
                return;
            }
            String wanted = said.equals(NO_FINDING)
                    ? said
                    : said.toUpperCase(Locale.ROOT).replace(' ', '_');
            if (statuses.contains(wanted)) {
                add(each.expecting(wanted));
                differing++;
                return;
            }
        }
    }

    private void add(String text) throws IOException, Refusal {
        writer.add(List.of(text));
        added++;
        screen.out().println(screen.faint("      added") + "\n");
    }

    private @Nullable String answer(String question) throws IOException {
        screen.out().print(question);
        screen.out().flush();
        String line = answers.readLine();
        return line == null ? null : line.strip().toLowerCase(Locale.ROOT);
    }
}
