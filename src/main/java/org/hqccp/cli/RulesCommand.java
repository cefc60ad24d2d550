package org.hqccp.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.Json;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Statement;
import org.hqccp.service.RulesRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the rules, or shows one. */
@Command(
        name = "rules",
        description = "Lists the rules, or shows one of them in English with its text, sources, marks and dates.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp rules                                  every rule, by decision and group",
            "  hqccp rules --decision school-designation    the rules of one decision",
            "  hqccp rules GP-06                            one rule in English",
            "  hqccp rules GP-06 --json                     for machines"
        })
final class RulesCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "A rule's id, such as GP-06.")
    private @Nullable String id;

    @Option(names = "--decision", paramLabel = "DECISION", description = "Only the rules of this decision.")
    private @Nullable String decision;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(names = "--json", description = "Print JSON for machines.")
    private boolean json;

    RulesCommand(Screen screen, Folders folders) {
        this.screen = screen;
        this.folders = folders;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, Refusal {
        RuleSet ruleSet = CheckedRules.read(folders.rules(rules.folder()));
        RuleReport report = new RuleReport(screen, ruleSet);
        String wanted = id;
        if (wanted != null) {
            one(wanted, ruleSet, report);
        } else {
            List<Rule> listed = new ArrayList<>(ruleSet.rules().values());
            String name = decision;
            if (name != null) {
                if (!ruleSet.decisions().containsKey(name)) {
                    throw unknown(
                            "decision", name, List.copyOf(ruleSet.decisions().keySet()));
                }
                listed.removeIf(r -> !r.decision().equals(name));
            }
            screen.out()
                    .println(
                            json
                                    ? Json.text(Json.list(listed, report::json))
                                    : report.list(listed).stripTrailing());
        }
        screen.out().flush();
        return ExitCode.FINE.code();
    }

    private void one(String wanted, RuleSet ruleSet, RuleReport report) throws IOException, Refusal {
        Rule rule = ruleSet.rules().get(wanted);
        Statement statement = ruleSet.statements().get(wanted);
        if (rule != null) {
            screen.out()
                    .println(
                            json
                                    ? Json.text(report.json(rule))
                                    : report.one(rule).stripTrailing());
        } else if (statement != null) {
            screen.out()
                    .println(
                            json
                                    ? Json.text(report.json(statement))
                                    : report.one(statement).stripTrailing());
        } else {
            List<String> known = new ArrayList<>(ruleSet.rules().keySet());
            known.addAll(ruleSet.statements().keySet());
            throw unknown("rule", wanted, known);
        }
    }

    private static Refusal unknown(String what, String wanted, List<String> known) {
        String advice = Suggestion.didYouMean(wanted, known);
        return new Refusal("there is no " + what + " " + wanted + (advice == null ? "." : "; " + advice));
    }
}
