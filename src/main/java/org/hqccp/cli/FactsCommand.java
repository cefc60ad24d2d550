package org.hqccp.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.Json;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.service.RulesRefused;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the facts dictionary. */
@Command(
        name = "facts",
        description =
                "Shows what a case may say: each fact with its type, values, class, question and names in other standards.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp facts                  every fact, by what it is about",
            "  hqccp facts program          the facts of a program",
            "  hqccp facts program.seats    one fact",
            "  hqccp facts seats --json     for machines"
        })
final class FactsCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "A fact (program.seats or seats), or what facts are about (program).")
    private @Nullable String name;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(names = "--json", description = "Print JSON for machines.")
    private boolean json;

    FactsCommand(Screen screen, Folders folders) {
        this.screen = screen;
        this.folders = folders;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, Refusal {
        RuleSet ruleSet = CheckedRules.read(folders.rules(rules.folder()));
        FactReport report = new FactReport(screen, ruleSet);
        List<Fact> all = ruleSet.dictionary().types().stream()
                .flatMap(t -> t.facts().stream())
                .toList();
        String wanted = name;
        EntityType type = wanted == null ? null : ruleSet.dictionary().type(wanted);
        if (wanted == null || type != null) {
            List<Fact> listed = type == null ? all : List.copyOf(type.facts());
            screen.out()
                    .println(
                            json
                                    ? Json.text(Json.list(listed, report::json))
                                    : report.list(type).stripTrailing());
        } else {
            List<Fact> named = all.stream()
                    .filter(f -> f.path().equals(wanted) || f.name().equals(wanted))
                    .toList();
            if (named.isEmpty()) {
                throw unknown(wanted, all, ruleSet);
            }
            screen.out()
                    .println(
                            json
                                    ? Json.text(Json.list(named, report::json))
                                    : report.details(named).stripTrailing());
        }
        screen.out().flush();
        return ExitCode.FINE.code();
    }

    private static Refusal unknown(String wanted, List<Fact> all, RuleSet ruleSet) {
        String last = wanted.substring(wanted.lastIndexOf('.') + 1);
        for (var red : ruleSet.dictionary().red().entrySet()) {
            String label = red.getValue().get(last);
            if (label != null) {
                return new Refusal(
                        wanted + " (" + label + ") is RED: no rule reads it, and a case that holds it is refused.");
            }
        }
        List<String> known = new ArrayList<>();
        all.forEach(f -> known.add(wanted.contains(".") ? f.path() : f.name()));
        ruleSet.dictionary().types().forEach(t -> known.add(t.name()));
        String advice = Suggestion.didYouMean(wanted, known);
        return new Refusal("there is no fact " + wanted + (advice == null ? "." : "; " + advice));
    }
}
