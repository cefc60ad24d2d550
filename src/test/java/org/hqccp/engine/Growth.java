package org.hqccp.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.DerivedFact;

/** Lays a case beside the same case with everything known: what was decided must stay as it was. */
final class Growth {
    private final DecisionProgram program;
    private final List<DerivedFact> derived;

    Growth(DecisionProgram program, List<DerivedFact> derived) {
        this.program = program;
        this.derived = derived;
    }

    /** What was decided and is another thing, or undecided, once everything is known; none if all stays. */
    String changed(FuzzRun.Judged some, FuzzRun.Judged all) {
        Map<String, String> before = decided(some.standings());
        Map<String, String> after = decided(all.standings());
        for (Map.Entry<String, String> each : before.entrySet()) {
            if (!Objects.equals(each.getValue(), after.get(each.getKey()))) {
                return each.getKey() + ": " + each.getValue() + " while not all is known, then "
                        + after.getOrDefault(each.getKey(), "undecided");
            }
        }
        return values(some.root(), all.root());
    }

    /** Whether every derived number that is not known lies between its bounds once it is, and every other value stays. */
    private String values(Entity some, Entity all) {
        for (DerivedFact fact : derived) {
            List<Entity> before = owners(some, fact.owner());
            List<Entity> after = owners(all, fact.owner());
            // A list that was not known has elements afterwards only: then the two cannot be laid side by side.
            for (int i = 0; before.size() == after.size() && i < before.size(); i++) {
                Object then = program.value(before.get(i), fact.fact().slot());
                Object now = program.value(after.get(i), fact.fact().slot());
                if (!allows(then, now)) {
                    return before.get(i).path() + "." + fact.fact().name() + ": " + then
                            + " while not all is known, then " + now;
                }
            }
        }
        return null;
    }

    private static boolean allows(Object then, Object now) {
        if (!(then instanceof Unknown unknown)) {
            boolean number = then instanceof Long || then instanceof BigDecimal;
            return (number && !(now instanceof Unknown))
                    ? Numbers.decimal(then).compareTo(Numbers.decimal(now)) == 0
                    : then.equals(now);
        }
        if (now instanceof Unknown || !unknown.isBounded()) {
            return true;
        }
        BigDecimal number = Numbers.decimal(now);
        return (unknown.low() == null || unknown.low().compareTo(number) <= 0)
                && (unknown.high() == null || unknown.high().compareTo(number) >= 0);
    }

    private static Map<String, String> decided(List<Standing> standings) {
        Map<String, String> decided = new LinkedHashMap<>();
        for (Standing standing : standings) {
            String subject = standing.subject().id();
            for (RuleResult result : standing.results()) {
                if (result.status() != Status.UNKNOWN) {
                    decided.put(
                            result.rule().id() + " of " + subject,
                            result.status().name());
                }
            }
            if (standing.outcome().isDecided()) {
                decided.put("outcome of " + subject, standing.outcome().code());
            }
            if (standing.rank().isDecided()) {
                decided.put("rank of " + subject, standing.rank().code());
            }
        }
        return decided;
    }

    /** Every entity of a type in a case. */
    static List<Entity> owners(Entity at, EntityType wanted) {
        List<Entity> owners = new ArrayList<>();
        if (at.type() == wanted) {
            owners.add(at);
        }
        for (EntityType child : at.type().children()) {
            List<Entity> held = child.isList() ? at.elements(child) : List.of(at.single(child));
            if (held != null) {
                held.forEach(e -> owners.addAll(owners(e, wanted)));
            }
        }
        return owners;
    }
}
