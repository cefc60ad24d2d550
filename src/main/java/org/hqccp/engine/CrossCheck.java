package org.hqccp.engine;

import java.util.ArrayList;
import java.util.List;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.rulelanguage.Rule.Kind;
import org.hqccp.rulelanguage.Rule.Stage;
import org.kie.api.runtime.KieSession;

/** One decision worked out by Drools too: it is shown what the model saw, stage by stage, and has to come to the same. */
final class CrossCheck implements Witness, AutoCloseable {
    private final DroolsProgram program;
    private final Judge judge;
    private final Watch watch;
    private final KieSession session;
    private final List<Part> parts = new ArrayList<>();

    /** What the model came to in one stage, and what Drools will. */
    private record Part(ReadyRule[] rules, List<List<RuleResult>> model, Results drools) {}

    CrossCheck(DroolsProgram program, Judge judge, Watch watch) {
        this.program = program;
        this.judge = judge;
        this.watch = watch;
        this.session = program.session();
    }

    /** Shows Drools the subjects of a stage as they are now. */
    @Override
    public void add(Stage stage, EntityType type, List<Entity> subjects, List<List<RuleResult>> model) {
        StageRows rows = program.rows(stage, type);
        if (rows == null) {
            return;
        }
        ReadyRule[] rules = judge.rules(stage);
        Results results = new Results(rules.length, subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            rows.of(subjects.get(i), i, results, session::insert);
        }
        parts.add(new Part(rules, model, results));
    }

    /** Lets Drools work everything out and holds every result of the model against it; a {@link Defect} if one differs. */
    void agree() {
        session.fireAllRules(program.conclusions());
        for (Part part : parts) {
            for (int row = 0; row < part.model.size(); row++) {
                agree(part.rules, part.model.get(row), part.drools, row);
            }
        }
    }

    private void agree(ReadyRule[] rules, List<RuleResult> model, Results drools, int row) {
        int rule = 0;
        for (int i = 0; i < model.size(); i++) {
            RuleResult result = model.get(i);
            // Both are in order of id; rules not in force gave no result.
            while (rules[rule].rule() != result.rule()) {
                rule++;
            }
            agree(result, drools.status(rule, row));
        }
    }

    private void agree(RuleResult model, Status concluded) {
        boolean reports = model.rule().kind() == Kind.REPORT;
        Status drools = !model.clockKnown() || (reports && concluded == Status.NOT_MET) ? Status.UNKNOWN : concluded;
        if (drools != comparable(model.status())) {
            watch.disagree(model, drools);
            // Not what either came to: that would tell of the case.
            throw new Defect("the two evaluators disagree on " + model.rule().id());
        }
    }

    private static Status comparable(Status status) {
        return switch (status) {
            case REPORTED -> Status.MET;
            case NOT_APPLICABLE -> Status.UNKNOWN;
            default -> status;
        };
    }

    @Override
    public void close() {
        session.dispose();
    }
}
