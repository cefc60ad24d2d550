package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hqccp.decision.RaisedSupport;
import org.hqccp.decision.Status;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Missing;
import org.hqccp.engine.RuleResult;
import org.hqccp.engine.Standing;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Ask;
import org.hqccp.rulelanguage.Conclusion.Verb;
import org.hqccp.rulelanguage.Rule;
import org.hqccp.ruleset.Message;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.Support;

/** The supports raised for one subject: flags, merged where one plan takes in another, and open offers. */
final class RaisedSupports {
    private final Standing standing;
    private final RuleSet ruleSet;
    private final DecisionProgram program;
    private final Map<Rule, List<String>> marks;
    private final List<String> strengths;

    RaisedSupports(Standing standing, RuleSet ruleSet, DecisionProgram program, Map<Rule, List<String>> marks) {
        this.standing = standing;
        this.ruleSet = ruleSet;
        this.program = program;
        this.marks = marks;
        this.strengths = recordedStrengths();
    }

    List<RaisedSupport> supports() {
        Map<String, RuleResult> flagged = new TreeMap<>();
        Map<String, RuleResult> offered = new TreeMap<>();
        for (RuleResult result : standing.results()) {
            String code = result.rule().conclusion().code();
            if (result.rule().conclusion().verb() != Verb.FLAG || code == null) {
                continue;
            }
            if (result.concluded() == Truth.TRUE) {
                flagged.put(code, result);
            } else if (result.status() == Status.UNKNOWN && isOpenOffer(result)) {
                offered.put(code, result);
            }
        }
        List<RaisedSupport> raised = new ArrayList<>();
        flagged.forEach((code, result) -> {
            Support support = ruleSet.supports().get(code);
            String into = support == null ? null : support.mergesInto();
            if (support != null && (into == null || !flagged.containsKey(into))) {
                raised.add(raised(support, result, "FLAG", flagged, raised.size()));
            }
        });
        offered.forEach((code, result) -> {
            Support support = ruleSet.supports().get(code);
            if (support != null && !flagged.containsKey(code)) {
                raised.add(raised(support, result, "OFFER", Map.of(), raised.size()));
            }
        });
        return raised;
    }

    /** What would settle it is never asked: the support is offered to everyone as information. */
    private boolean isOpenOffer(RuleResult result) {
        List<Missing.MissingFact> missing = program.missing().of(result);
        return !missing.isEmpty()
                && missing.stream().anyMatch(m -> m.ask().mode() == Ask.Mode.OPEN_OFFER)
                && missing.stream().noneMatch(m -> m.ask().mode() == Ask.Mode.ROLE);
    }

    private RaisedSupport raised(
            Support support, RuleResult result, String mode, Map<String, RuleResult> flagged, int place) {
        List<String> includes = flagged.keySet().stream()
                .filter(other -> {
                    Support merged = ruleSet.supports().get(other);
                    return merged != null && support.id().equals(merged.mergesInto());
                })
                .toList();
        return new RaisedSupport(
                support.id(),
                mode,
                support.codes(),
                support.role(),
                support.urgency(),
                support.legalBasis(),
                opening(support, place),
                support.step(),
                audience(support),
                includes,
                marks.getOrDefault(result.rule(), List.of()));
    }

    private static List<String> audience(Support support) {
        List<String> audience = new ArrayList<>(List.of("student"));
        audience.addAll(List.of(support.role().split("\\s*;\\s*")));
        if (!support.sensitive()) {
            audience.addAll(List.of("family", "support team"));
        }
        return List.copyOf(audience);
    }

    /**
     * A recorded strength first, else the row's own frame, else the step. A strength is never invented; where several are recorded, they
     * take turns, so that each is seen.
     */
    private String opening(Support support, int place) {
        if (!strengths.isEmpty()) {
            return strengths.get(place % strengths.size());
        }
        return support.frame().isEmpty() || support.frame().equals("-") ? support.step() : support.frame();
    }

    private List<String> recordedStrengths() {
        List<String> texts = new ArrayList<>();
        for (RuleResult result : standing.results()) {
            if (result.rule().conclusion().verb() == Verb.STRENGTH && result.concluded() == Truth.TRUE) {
                Message words = ruleSet.messages()
                        .get("strength/" + result.rule().conclusion().code());
                if (words != null) {
                    texts.add(words.text());
                }
            }
        }
        return texts;
    }
}
