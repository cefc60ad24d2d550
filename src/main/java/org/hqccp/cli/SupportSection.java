package org.hqccp.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hqccp.decision.RaisedSupport;
import org.hqccp.page.Marks;
import org.hqccp.page.Page;

/** Supports raised for a student: flags first, then what is offered to everyone. */
final class SupportSection {
    /** Words of codes that are names. */
    private static final Set<String> NAMES = Set.of("EC", "WBL", "ETS", "IEP", "EL", "FAFSA", "MASFA", "MCAS");

    private final Screen screen;
    private final Page page;
    private final Set<String> opened = new HashSet<>();

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
            // What opened an earlier support is not said again.
            boolean opens = opened.add(support.frame()) && !support.step().equals(support.frame());
            page.hang(
                    2,
                    2,
                    "• ",
                    screen.bold(support.id()) + " " + (opens ? support.frame() : support.step())
                            + Marks.certainty(support.marks()));
            if (opens) {
                page.say(4, "Next: " + support.step());
            }
            page.say(
                    4,
                    "Who: " + support.role().replaceAll("\\s*;\\s*", " and ") + ", "
                            + Marks.urgency(support.urgency()) + ". Opens: "
                            + support.codes().stream()
                                    .map(SupportSection::words)
                                    .collect(Collectors.joining(", "))
                            + ".");
            page.say(
                    4,
                    "Seen by: " + String.join(", ", support.audience()) + ". Rests on: " + support.legalBasis() + ".");
            if (!support.includes().isEmpty()) {
                page.say(4, "The same plan takes in " + String.join(", ", support.includes()) + ".");
            }
        }
    }

    /** "transit pass" for TRANSIT_PASS; names such as EC keep their capitals. */
    private static String words(String code) {
        return Stream.of(code.split("_"))
                .map(w -> NAMES.contains(w) ? w : w.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
