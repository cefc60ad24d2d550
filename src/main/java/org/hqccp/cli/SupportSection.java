package org.hqccp.cli;

import java.util.List;
import org.hqccp.decision.RaisedSupport;

/** Supports raised for a student: flags first, then what is offered to everyone. */
final class SupportSection {
    private final Screen screen;
    private final Page page;

    SupportSection(Screen screen, Page page) {
        this.screen = screen;
        this.page = page;
    }

    void write(List<RaisedSupport> supports) {
        part("Supports", supports.stream().filter(s -> s.mode().equals("FLAG")).toList());
        part(
                "Offered to every student",
                supports.stream().filter(s -> !s.mode().equals("FLAG")).toList());
    }

    private void part(String heading, List<RaisedSupport> supports) {
        if (supports.isEmpty()) {
            return;
        }
        page.blank();
        page.line(screen.bold(heading));
        for (RaisedSupport support : supports) {
            page.hang(2, 2, "• ", screen.bold(support.id()) + " " + support.frame() + Marks.certainty(support.marks()));
            if (!support.step().equals(support.frame())) {
                page.say(4, "Next: " + support.step());
            }
            page.say(
                    4,
                    "Who: " + support.role() + ", " + Marks.urgency(support.urgency()) + ". Opens: "
                            + String.join(", ", support.codes()) + ".");
            page.say(
                    4,
                    "Seen by: " + String.join(", ", support.audience()) + ". Rests on: " + support.legalBasis() + ".");
            if (!support.includes().isEmpty()) {
                page.say(4, "The same plan takes in " + String.join(", ", support.includes()) + ".");
            }
        }
    }
}
