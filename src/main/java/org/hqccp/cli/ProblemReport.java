package org.hqccp.cli;

import java.util.List;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.rulelanguage.Problem;

/** Problems of files, for people and for machines. */
final class ProblemReport {
    private final Screen screen;

    ProblemReport(Screen screen) {
        this.screen = screen;
    }

    /** One problem a line, with its advice below. */
    String text(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        for (Problem problem : problems) {
            text.append(screen.bold(problem.place()))
                    .append(": ")
                    .append(problem.message())
                    .append(screen.faint("  [" + problem.code() + "]"))
                    .append('\n');
            if (problem.advice() != null) {
                text.append("    ").append(problem.advice()).append('\n');
            }
        }
        return text.toString();
    }

    /** For machines; without a line where there is no file to go to. */
    static Node json(List<Problem> problems) {
        return Json.list(
                problems,
                p -> Json.object(
                        "file",
                        p.file(),
                        "line",
                        p.line() == 0 ? null : p.line(),
                        "column",
                        p.column() == 0 ? null : p.column(),
                        "code",
                        p.code(),
                        "message",
                        p.message(),
                        "advice",
                        p.advice()));
    }
}
