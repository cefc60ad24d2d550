package org.hqccp.cli;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hqccp.facts.Ask;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.json.Json;
import org.hqccp.json.Node;
import org.hqccp.page.Page;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.DerivedReader;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.RuleSet;
import org.jspecify.annotations.Nullable;

/** The facts dictionary as people read it. */
final class FactReport {
    private final Screen screen;
    private final RuleSet ruleSet;
    private final Map<String, DerivedFact> derived = new HashMap<>();

    FactReport(Screen screen, RuleSet ruleSet) {
        this.screen = screen;
        this.ruleSet = ruleSet;
        ruleSet.derived().forEach(d -> derived.put(d.fact().path(), d));
    }

    /** All facts, or those of one kind of thing. */
    String list(@Nullable EntityType only) {
        Page page = new Page(screen.width());
        for (EntityType type : ruleSet.dictionary().types()) {
            if (only != null && type != only || type.facts().isEmpty()) {
                continue;
            }
            page.blank();
            EntityType holder = type.parent();
            String where = holder == null ? "" : holder.parent() == null ? "" : ", a list inside " + holder.name();
            page.line(screen.bold(type.name()) + screen.faint("  (" + type.jsonKey() + where + ")"));
            for (Fact fact : type.facts()) {
                String name =
                        fact.name() + " ".repeat(Math.max(1, 34 - fact.name().length()));
                page.hang(2, name.length(), name, fact.label() + screen.faint(" (" + kind(fact) + ")"));
            }
        }
        return page.toString();
    }

    private String kind(Fact fact) {
        return fact.type().word() + (fact.unit() == null ? "" : ", " + fact.unit())
                + (fact.derived() ? ", worked out" : "") + ", " + DerivedReader.classOf(fact, derived);
    }

    String details(List<Fact> facts) {
        Page page = new Page(screen.width());
        for (Fact fact : facts) {
            page.blank();
            page.line(screen.bold(fact.path()) + "  " + fact.label());
            page.say(2, "Type: " + kind(fact) + bounds(fact) + (fact.ordered() ? "; the values are in order" : ""));
            fact.values()
                    .forEach((code, words) -> page.hang(4, 2, "• ", code.equals(words) ? code : code + ": " + words));
            fact.refuses().forEach((code, reason) -> page.hang(4, 2, "• ", code + " is refused: " + reason));
            ask(fact, page);
            page.say(
                    2,
                    "Can be changed by: " + fact.changer().name().toLowerCase(Locale.ROOT)
                            + (fact.neverStore() ? ". Never stored" : "") + ".");
            fact.elements().forEach((standard, element) -> page.say(2, "In " + standard + ": " + element));
            Set<String> readers = readers(fact);
            page.say(2, readers.isEmpty() ? "No rule reads it." : "Read by: " + String.join(", ", readers) + ".");
        }
        return page.toString();
    }

    private static String bounds(Fact fact) {
        return (fact.min() == null ? "" : "; at least " + fact.min().toPlainString())
                + (fact.max() == null ? "" : "; at most " + fact.max().toPlainString());
    }

    private static void ask(Fact fact, Page page) {
        Ask ask = fact.ask();
        if (fact.derived()) {
            page.say(2, "It is worked out from other facts; a case never holds it.");
        } else if (ask.mode() == Ask.Mode.ROLE) {
            page.say(2, "Question: " + ask.question() + " Asked by: " + ask.role() + ".");
        } else if (ask.mode() == Ask.Mode.OPEN_OFFER) {
            page.say(2, "Never asked; what it opens is offered to everyone.");
        } else {
            page.say(2, "Never asked.");
        }
    }

    /** The rules that read a fact, directly or through facts that are worked out from it. */
    private Set<String> readers(Fact fact) {
        Set<String> readers = new LinkedHashSet<>();
        for (Rule rule : ruleSet.rules().values()) {
            for (Expr expr : new @Nullable Expr[] {rule.appliesTo(), rule.test(), rule.developing()}) {
                if (DerivedReader.reads(expr, derived).contains(fact)) {
                    readers.add(rule.id());
                }
            }
        }
        return readers;
    }

    Node json(Fact fact) {
        return Json.object(
                "name", fact.path(),
                "label", fact.label(),
                "type", fact.type().word(),
                "unit", fact.unit(),
                "min", fact.min(),
                "max", fact.max(),
                "values", fact.values().isEmpty() ? null : fact.values(),
                "ordered", fact.ordered() ? true : null,
                "refuses", fact.refuses().isEmpty() ? null : fact.refuses(),
                "class", DerivedReader.classOf(fact, derived).name(),
                "derived", fact.derived(),
                "question", fact.ask().question(),
                "askedOf", fact.ask().role(),
                "ask", fact.ask().mode().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "change", fact.changer().name().toLowerCase(Locale.ROOT),
                "neverStore", fact.neverStore() ? true : null,
                "standards", fact.elements().isEmpty() ? null : fact.elements(),
                "readBy", readers(fact));
    }
}
