package org.hqccp.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hqccp.facts.Plural;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.page.Page;
import org.hqccp.testcase.AcceptedMutants;
import org.hqccp.testcase.Mutant;
import org.hqccp.testcase.MutantResult;
import org.jspecify.annotations.Nullable;

/** Which small changes of the rules the test cases notice, and which they do not. */
final class MutantReport {
    /** Of a hundred mutants, so many have to be noticed. */
    static final int BAR = 95;

    private final Screen screen;
    private final List<MutantResult> results;

    private final AcceptedMutants accepted;

    MutantReport(Screen screen, List<MutantResult> results, AcceptedMutants accepted) {
        this.screen = screen;
        this.results = results;
        this.accepted = accepted;
    }

    private long noticed() {
        return results.stream().filter(MutantResult::isNoticed).count();
    }

    /** All but those that say the same as the rules do. */
    private long all() {
        return results.stream().filter(r -> !r.isSame()).count();
    }

    boolean isEnough() {
        return noticed() * 100 >= all() * BAR;
    }

    String text() {
        Page page = new Page(screen.width());
        StringBuilder text = new StringBuilder();
        List<MutantResult> explained = new ArrayList<>();
        for (MutantResult result : survivors()) {
            if (accepted.reason(result.mutant()) == null) {
                survivor(text, result);
            } else {
                explained.add(result);
            }
        }
        listed(page, "Not noticed, and " + accepted.file() + " says why", explained, accepted::reason);
        List<MutantResult> same = results.stream().filter(MutantResult::isSame).toList();
        listed(page, "Not counted: no case can tell them from the rules as they are", same, Mutant::same);
        for (int line : unused()) {
            page.say(
                    0, accepted.file() + ":" + line + ": its mutant is noticed, or is there no more; delete the line.");
        }
        byDecision(page);
        String end = noticed() + " of " + Plural.of(all(), "mutant") + " noticed";
        return text + page.toString() + (isEnough() ? screen.green(end) : screen.red(end)) + "\n";
    }

    private List<MutantResult> survivors() {
        return results.stream().filter(r -> !r.isNoticed() && !r.isSame()).toList();
    }

    private List<Integer> unused() {
        return accepted.unused(results.stream().map(r -> r.mutant().what()).collect(Collectors.toSet()));
    }

    private void listed(Page page, String title, List<MutantResult> listed, Function<Mutant, @Nullable String> reason) {
        if (!listed.isEmpty()) {
            page.line(screen.bold(title));
            listed.forEach(
                    r -> page.say(4, r.mutant().what() + "  " + r.mutant().words() + ": " + reason.apply(r.mutant())));
            page.blank();
        }
    }

    /** How many of each decision, and of the facts and parameters that several may read. */
    private void byDecision(Page page) {
        Map<String, List<MutantResult>> by = new TreeMap<>();
        for (MutantResult result : results) {
            if (!result.isSame()) {
                String file = result.mutant().file();
                by.computeIfAbsent(file.replaceAll("/.*|[.]csv$", ""), f -> new ArrayList<>())
                        .add(result);
            }
        }
        if (by.size() > 1) {
            by.forEach((place, of) -> page.line("  " + place + ": "
                    + of.stream().filter(MutantResult::isNoticed).count() + " of " + of.size()));
        }
    }

    private void survivor(StringBuilder text, MutantResult result) {
        Mutant mutant = result.mutant();
        Page page = new Page(screen.width());
        page.line(screen.yellow("NOT NOTICED ") + screen.bold(mutant.what()) + "  " + place(mutant));
        page.say(2, "No test case fails " + mutant.words() + ".");
        String file = result.caseFile();
        String written = result.caseText();
        text.append(page);
        if (file == null || written == null) {
            text.append("  No case was found that would notice it. It may say the same of every case.\n\n");
        } else {
            text.append("  This case would notice it. If its answer is right, add it to ")
                    .append(file)
                    .append(":\n")
                    .append(screen.faint(written.stripTrailing()))
                    .append("\n\n");
        }
    }

    private static String place(Mutant mutant) {
        return "rules/" + mutant.file() + (mutant.line() > 0 ? ":" + mutant.line() : "");
    }

    String json() throws IOException {
        return Json.text(Json.object(
                "noticed", noticed(),
                "mutants", all(),
                "notNoticed", Json.list(survivors(), this::json),
                "same", Json.list(results.stream().filter(MutantResult::isSame).toList(), this::json)));
    }

    private Node json(MutantResult result) {
        Mutant mutant = result.mutant();
        return Json.object(
                "what",
                mutant.what(),
                "file",
                mutant.file(),
                "line",
                mutant.line(),
                "change",
                mutant.words(),
                "same",
                mutant.same(),
                "accepted",
                result.isSame() ? null : accepted.reason(mutant),
                "caseFile",
                result.caseFile(),
                "case",
                result.caseText());
    }
}
