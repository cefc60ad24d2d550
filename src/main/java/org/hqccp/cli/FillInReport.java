package org.hqccp.cli;

import java.util.List;
import org.hqccp.authoring.FillIn;
import org.hqccp.json.Json;
import org.hqccp.json.Node;

/** What files say is still to be filled in, for people and for machines. */
final class FillInReport {
    private FillInReport() {}

    /** One a line; nothing where nothing is left. */
    static String text(List<FillIn> left, Screen screen) {
        if (left.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("Still to be filled in; take each such line out when it is done:\n");
        left.forEach(each -> text.append(screen.bold(each.place()))
                .append(": ")
                .append(each.what())
                .append('\n'));
        return text.toString();
    }

    static Node json(List<FillIn> left) {
        return Json.list(left, each -> Json.object("file", each.file(), "line", each.line(), "what", each.what()));
    }
}
