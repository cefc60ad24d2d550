package org.hqccp.cli;

import java.io.IOException;
import java.util.List;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.page.Page;
import org.hqccp.testcase.Mutant;
import org.hqccp.testcase.MutantResult;

/** Which small changes of the rules the test cases notice, and which they do not. */
final class MutantReport {
    /** Of a hundred mutants, so many have to be noticed. */
    static final int BAR = 95;

    private final Screen screen;
    private final List<MutantResult> results;

    MutantReport(Screen screen, List<MutantResult> results) {
        this.screen = screen;
        this.results = results;
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
        for (MutantResult result : results) {
            if (!result.isNoticed() && !result.isSame()) {
                survivor(text, result);
            }
        }
        List<MutantResult> same = results.stream().filter(MutantResult::isSame).toList();
        if (!same.isEmpty()) {
            page.line(screen.bold("Not counted: no case can tell them from the rules as they are"));
            same.forEach(r -> page.say(
                    4,
                    r.mutant().what() + "  " + r.mutant().words() + ": "
                            + r.mutant().same()));
            page.blank();
        }
        String end = noticed() + " of " + Plural.of(all(), "mutant") + " noticed";
        return text + page.toString() + (isEnough() ? screen.green(end) : screen.red(end)) + "\n";
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
                "notNoticed",
                        Json.list(
                                results.stream()
                                        .filter(r -> !r.isNoticed() && !r.isSame())
                                        .toList(),
                                MutantReport::json),
                "same", Json.list(results.stream().filter(MutantResult::isSame).toList(), MutantReport::json)));
    }

    private static Node json(MutantResult result) {
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
                "caseFile",
                result.caseFile(),
                "case",
                result.caseText());
    }
}
