package org.hqccp.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.hqccp.decisionlog.Health;
import org.hqccp.facts.Plural;
import org.hqccp.http.Settings;
import org.hqccp.page.Page;
import org.hqccp.ruleset.RuleSet;

/** What the service says when it is ready: where it is, what it decides under, and a command that tries it. */
final class Greeting {
    private Greeting() {}

    static String text(
            Screen screen, Settings settings, int port, Path folder, RuleSet ruleSet, Path data, Health health) {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        String address = "http://" + host + ":" + port;
        Page page = new Page(screen.width());
        page.line(screen.bold("The HQCCP Decision Service is ready: " + address));
        page.blank();
        page.hang(
                2,
                12,
                "rules       ",
                folder + ", version " + ruleSet.version().substring(0, 12) + ": "
                        + Plural.of(ruleSet.rules().size(), "rule") + " for "
                        + Plural.of(ruleSet.decisions().size(), "decision")
                        + ". An edit is live within five seconds.");
        page.hang(2, 12, "callers     ", callers(settings));
        page.hang(
                2,
                12,
                "recorded    ",
                "Every answer, before it is given, in " + data + ". What is recorded survives "
                        + health.durability().survives() + ".");
        shown(ruleSet).ifPresent(decision -> tryIt(page, settings, address, decision));
        page.blank();
        page.line("Ctrl-C stops it.");
        return page.toString();
    }

    /** The decision to try: the one with the most rules shows best what the service does. */
    static Optional<String> shown(RuleSet ruleSet) {
        return ruleSet.decisions().keySet().stream()
                .sorted(Comparator.reverseOrder())
                .max(Comparator.comparingInt(name -> ruleSet.rulesOf(name).size()));
    }

    private static String callers(Settings settings) {
        return settings.tokens() == null
                ? "This machine only, without tokens."
                : "Holders of a token. Traffic is not encrypted here: put a TLS proxy in front of it.";
    }

    private static void tryIt(Page page, Settings settings, String address, String decision) {
        String token = settings.tokens() == null ? "" : " -H \"Authorization: Bearer $HQCCP_TOKEN\"";
        String route = address + "/v1/decisions/" + decision;
        page.blank();
        page.line("Try it in another terminal; this fetches a complete example case and has it decided:");
        page.blank();
        page.line("  curl -s" + token + " " + route + "/example |");
        page.line("    curl -s" + token + " -H 'Content-Type: application/json' --data-binary @- " + route);
    }
}
