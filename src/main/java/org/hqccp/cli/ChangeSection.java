package org.hqccp.cli;

import java.util.List;
import org.hqccp.decision.Change;
import org.hqccp.page.Page;
import org.jspecify.annotations.Nullable;

/** What would change each rule that is not met. */
final class ChangeSection {
    private final Screen screen;
    private final Page page;

    ChangeSection(Screen screen, Page page) {
        this.screen = screen;
        this.page = page;
    }

    void write(@Nullable List<Change> changes) {
        if (changes == null) {
            return;
        }
        page.blank();
        page.line(screen.bold("What would change this"));
        if (changes.isEmpty()) {
            page.say(2, "Nothing is not met.");
        }
        for (Change change : changes) {
            String reason = change.reason();
            page.hang(
                    2, 2, "• ", change.ruleId() + " for " + change.subject() + (reason == null ? ":" : ": " + reason));
            change.edits().forEach(edit -> page.hang(4, 2, "- ", edit.sentence()));
            String then = change.outcomeThen();
            if (then != null) {
                page.say(4, "Then: " + then + ".");
            }
        }
    }
}
