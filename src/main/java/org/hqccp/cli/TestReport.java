package org.hqccp.cli;

import java.io.IOException;
import java.util.List;
import org.hqccp.facts.Plural;
import org.hqccp.json.Json;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.testcase.CaseResult;
import org.hqccp.testcase.Coverage;
import org.hqccp.testcase.Difference;

/** How a test run came out. */
final class TestReport {
    private final Screen screen;
    private final List<CaseResult> results;
    private final List<Problem> problems;
    private final List<Problem> aside;
    private final Coverage coverage;

    /**
     * A report.
     *
     * @param problems of test-case files
     * @param aside of rule files that were left aside
     */
    TestReport(
            Screen screen, List<CaseResult> results, List<Problem> problems, List<Problem> aside, Coverage coverage) {
        this.screen = screen;
        this.results = results;
        this.problems = problems;
        this.aside = aside;
        this.coverage = coverage;
    }

    boolean passed() {
        return failed() == 0 && problems.isEmpty();
    }

    private long failed() {
        return results.stream().filter(r -> !r.passed()).count();
    }

    String text(boolean listGaps) {
        StringBuilder text = new StringBuilder();
        results.stream().filter(r -> !r.passed()).forEach(r -> failure(text, r));
        if (!problems.isEmpty()) {
            text.append(screen.bold("Problems in test-case files"))
                    .append('\n')
                    .append(new ProblemReport(screen).text(problems))
                    .append('\n');
        }
        if (!aside.isEmpty()) {
            text.append(screen.bold("Rule files left aside, with their test cases"))
                    .append('\n')
                    .append(new ProblemReport(screen).text(aside))
                    .append('\n');
        }
        coverage(text, listGaps);
        long failed = failed();
        String end = results.size() - failed + " passed, " + failed + " failed";
        if (!problems.isEmpty()) {
            end += ", " + Plural.of(problems.size(), "problem");
        }
        return text.append(passed() ? screen.green(end) : screen.red(end))
                .append('\n')
                .toString();
    }

    private void failure(StringBuilder text, CaseResult result) {
        text.append(screen.red("FAILED "))
                .append(screen.bold(result.file() + ":" + result.line()))
                .append("  ")
                .append(result.name())
                .append('\n');
        for (Difference difference : result.differences()) {
            text.append("  ")
                    .append(difference.what())
                    .append(": expected ")
                    .append(screen.green(difference.expected()));
            text.append(", got ").append(screen.red(difference.got())).append('\n');
            difference
                    .why()
                    .forEach(why ->
                            text.append("      ").append(screen.faint(why)).append('\n'));
        }
        text.append('\n');
    }

    private void coverage(StringBuilder text, boolean listGaps) {
        List<Coverage.Gap> gaps = coverage.gaps();
        if (listGaps) {
            for (Coverage.Gap gap : gaps) {
                text.append(screen.yellow(gap.what()))
                        .append("  ")
                        .append(gap.file())
                        .append('\n');
                gap.missing().forEach(m -> text.append("    ").append(m).append('\n'));
            }
        }
        long rules = gaps.stream().filter(Coverage.Gap::isOfRule).count();
        text.append("Coverage: ")
                .append(coverage.asked() - rules)
                .append(" of ")
                .append(Plural.of(coverage.asked(), "rule"));
        text.append(" seen in every status, on each side of every condition and on the days it begins and ends");
        long read = gaps.size() - rules;
        if (read > 0) {
            text.append("; ").append(read == 1 ? "1 fact or parameter" : read + " facts and parameters");
            text.append(" they read not seen on each side");
        }
        text.append(gaps.isEmpty() || listGaps ? "" : "; --coverage lists what is not")
                .append(".\n");
    }

    String json() throws IOException {
        long failed = failed();
        return Json.text(Json.object(
                "passed", results.size() - failed,
                "failed", failed,
                "failures",
                        Json.list(
                                results.stream().filter(r -> !r.passed()).toList(),
                                r -> Json.object(
                                        "file", r.file(),
                                        "line", r.line(),
                                        "name", r.name(),
                                        "differences",
                                                Json.list(
                                                        r.differences(),
                                                        d -> Json.object(
                                                                "what",
                                                                d.what(),
                                                                "expected",
                                                                d.expected(),
                                                                "got",
                                                                d.got(),
                                                                "why",
                                                                d.why())))),
                "problems", ProblemReport.json(problems),
                "leftAside", ProblemReport.json(aside),
                "notCovered",
                        Json.list(
                                coverage.gaps(),
                                g -> Json.object("what", g.what(), "file", g.file(), "missing", g.missing()))));
    }
}
