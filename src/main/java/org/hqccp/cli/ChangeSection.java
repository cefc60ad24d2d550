package org.hqccp.cli;

import java.util.List;
import org.hqccp.decision.Change;
import org.jspecify.annotations.Nullable;

/** The smallest changes that would turn what is not met. */
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
        page.line(screen.bold("Smallest changes"));
        if (changes.isEmpty()) {
            page.say(2, "Nothing is not met.");
        }
        for (Change change : changes) {
            String reason = change.reason();
            List<String> edits =
                    change.edits().stream().map(Change.Edit::sentence).toList();
            page.hang(
                    2,
                    2,
                    "• ",
                    change.ruleId() + " for " + change.subject() + ": "
                            + (edits.isEmpty() ? reason == null ? "none" : reason : String.join(" ", edits)));
        }
    }
}
