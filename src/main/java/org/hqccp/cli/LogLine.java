package org.hqccp.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of the log in one line, for people: when, what, its id, and then what it says. */
final class LogLine {
    private static final int SHORT_VERSION = 12;
    private final Map<String, @Nullable Object> brief;
    private final List<String> said = new ArrayList<>();

    private LogLine(Map<String, @Nullable Object> brief) {
        this.brief = brief;
    }

    static String of(Map<String, @Nullable Object> brief) {
        return new LogLine(brief).line();
    }

    private String line() {
        say("", "decision");
        say("", "outcome");
        say("subject ", "subject");
        say("case ", "caseId");
        say("as of ", "asOf");
        say("", "parts");
        say("about ", "about");
        say("in place of ", "supersedes");
        say("reason ", "reason");
        quote("", "text");
        say("by ", "caller");
        quote("purpose ", "purpose");
        Object version = brief.get("ruleSet");
        if (version != null) {
            said.add("rules " + version.toString().substring(0, SHORT_VERSION));
        }
        return String.format(
                "%s  %-10s  %s  %s", brief.get("time"), brief.get("kind"), brief.get("id"), String.join(", ", said));
    }

    private void say(String before, String name) {
        Object value = brief.get(name);
        if (value != null) {
            said.add(before + value);
        }
    }

    private void quote(String before, String name) {
        Object value = brief.get(name);
        if (value != null) {
            said.add(before + '"' + value + '"');
        }
    }
}
