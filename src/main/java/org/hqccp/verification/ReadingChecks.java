package org.hqccp.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.Message;
import org.hqccp.ruleset.RuleSet;

/** What is declared and never read, and what is read that may stand for something else. */
final class ReadingChecks {
    /** What may stand for a group that no eligibility rule may ask about (handbook G.1). */
    private static final Map<String, String> PROXIES = Map.of(
            "zip", "ZIP code",
            "postalcode", "ZIP code",
            "homelanguage", "home language",
            "surname", "surname",
            "lastname", "surname",
            "lunch", "free lunch",
            "neighborhood", "neighborhood",
            "priorschool", "prior school",
            "previousschool", "prior school",
            "recommendedby", "who recommends");

    private final RuleSet ruleSet;
    private final Consumer<Warning> found;
    private final FactPlaces places;
    private final Set<String> facts = new HashSet<>();
    private final Set<String> parameters = new HashSet<>();

    ReadingChecks(RuleSet ruleSet, Consumer<Warning> found) {
        this.ruleSet = ruleSet;
        this.found = found;
        this.places = new FactPlaces(ruleSet);
    }

    void check() {
        for (Rule rule : ruleSet.rules().values()) {
            RuleReading reading = RuleReading.of(rule, ruleSet);
            note(reading);
            proxies(rule, reading);
            facts.add("clock " + rule.clock().fact());
            String code = rule.conclusion().code();
            Message message = ruleSet.messages().get(rule.conclusion().verb().word() + "/" + code);
            for (String name : new String[] {code, message == null ? null : message.by()}) {
                if (name != null) {
                    shown(name);
                }
            }
        }
        for (DecisionModel decision : ruleSet.decisions().values()) {
            decision.values().forEach(value -> shown(value.substring(value.indexOf('.') + 1)));
            decision.ties().forEach(tie -> shown(tie.fact()));
        }
        ruleSet.parameters().values().stream()
                .filter(p -> parameters.contains(p.name()))
                .forEach(p -> facts.add("clock " + p.clock().fact()));
        for (EntityType type : ruleSet.dictionary().types()) {
            type.facts().forEach(fact -> unread(type, fact));
        }
        ruleSet.parameters().values().stream()
                .filter(p -> !parameters.contains(p.name()))
                .forEach(this::unused);
    }

    private void note(RuleReading reading) {
        facts.addAll(reading.facts().keySet());
        facts.addAll(reading.derived());
        parameters.addAll(reading.parameters().keySet());
    }

    /** A fact that an answer shows, by its name alone, with what it is worked out from. */
    private void shown(String name) {
        for (EntityType type : ruleSet.dictionary().types()) {
            Fact fact = type.fact(name);
            if (fact != null) {
                facts.add(fact.path());
            }
        }
        for (DerivedFact fact : ruleSet.derived()) {
            if (fact.fact().name().equals(name)) {
                List<Expr> is = List.of(fact.is());
                note(RuleReading.of(is, ruleSet));
            }
        }
    }

    private void unread(EntityType type, Fact fact) {
        boolean clock = facts.contains("clock " + fact.name());
        // A free text names a thing to people; rules judge codes, numbers and dates.
        boolean names = fact.type() == FactType.TEXT;
        boolean ofCase = fact.name().equals(Clock.DECISION_DATE.fact());
        if (!facts.contains(fact.path())
                && !clock
                && !ofCase
                && !names
                && !fact.name().equals(type.key())) {
            FactPlaces.Place place = places.of(fact.path());
            found.accept(new Warning(
                    Warning.Kind.FACT_UNREAD,
                    fact.path(),
                    place.file(),
                    place.line(),
                    "no rule reads the fact " + fact.path() + ", " + fact.label(),
                    0,
                    null,
                    null));
        }
    }

    private void unused(Parameter parameter) {
        found.accept(new Warning(
                Warning.Kind.PARAMETER_UNUSED,
                parameter.name(),
                "parameters.csv",
                parameter.periods().get(0).line(),
                "no rule uses the parameter " + parameter.name(),
                0,
                null,
                null));
    }

    private void proxies(Rule rule, RuleReading reading) {
        DecisionModel decision = ruleSet.decisions().get(rule.decision());
        if (decision == null || decision.reads().contains(FactClass.AMBER)) {
            return;
        }
        Set<String> read = new TreeSet<>(reading.facts().keySet());
        for (String path : read) {
            String plain = path.substring(path.indexOf('.') + 1).toLowerCase(Locale.ROOT);
            PROXIES.forEach((part, meaning) -> {
                if (plain.contains(part)) {
                    found.accept(new Warning(
                            Warning.Kind.PROXY,
                            rule.id() + " & " + path,
                            rule.file(),
                            rule.line(),
                            rule.id() + " reads " + path + ": " + meaning
                                    + " may stand for a group that eligibility must not ask about",
                            0,
                            null,
                            null));
                }
            });
        }
    }
}
