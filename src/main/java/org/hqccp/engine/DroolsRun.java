package org.hqccp.engine;

import java.util.List;
import org.hqccp.decision.Status;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Rule.Stage;
import org.kie.api.runtime.KieSession;

/** One evaluation by Drools: a session of its own, into which the rows of each stage go when the stage before it is done. */
final class DroolsRun implements AutoCloseable {
    private final DroolsProgram program;
    private final DrlEmitter emitter;
    private final Results results;
    private final KieSession session;
    private final int rules;
    private int rows;

    DroolsRun(DroolsProgram program, DrlEmitter emitter, int rules, int rows) {
        this.program = program;
        this.emitter = emitter;
        this.rules = rules;
        this.results = new Results(rules, rows);
        this.session = program.base().newKieSession();
        session.setGlobal("results", results);
    }

    /** Shows Drools the subjects of a stage and lets it conclude; gives the number of the first row. */
    int fire(Stage stage, EntityType type, List<Entity> subjects) {
        int first = rows;
        rows += subjects.size();
        RowType subjectRows = emitter.subjectRows(stage, type);
        if (subjectRows == null) {
            return first;
        }
        int shown = 0;
        List<RowType> elementRows = emitter.elementRows(subjectRows);
        for (int i = 0; i < subjects.size(); i++) {
            Entity subject = subjects.get(i);
            session.insert(program.maker(subjectRows).make(first + i, -1, subject, null));
            for (RowType elementType : elementRows) {
                shown += elements(elementType, subject, first + i);
            }
        }
        int limit = subjects.size() * emitter.ruleCount() + shown + 1;
        if (session.fireAllRules(limit) >= limit) {
            throw new Defect("Drools fired more rules than there are results");
        }
        return first;
    }

    private int elements(RowType type, Entity subject, int row) {
        Expr.Path holder = type.holder();
        List<Entity> elements =
                holder == null ? null : Compiler.reach(holder, subject, null).elements(type.of());
        if (elements == null) {
            return 0;
        }
        for (Entity element : elements) {
            session.insert(program.maker(type).make(0, row, subject, element));
        }
        return elements.size();
    }

    Status status(int rule, int row) {
        return rule < 0 || rule >= rules ? Status.UNKNOWN : results.status(rule, row);
    }

    @Override
    public void close() {
        session.dispose();
    }
}
