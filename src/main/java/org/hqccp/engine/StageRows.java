package org.hqccp.engine;

import java.util.List;
import java.util.function.Consumer;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;

/**
 * Makes the rows of one stage: of its subjects, and of the elements of the lists its rules look through.
 *
 * @param subjects rows of subjects
 * @param lists rows of elements
 */
record StageRows(RowMaker subjects, List<RowMaker> lists) {

    /** Makes the rows of one subject. */
    void of(Entity subject, int number, Results results, Consumer<Row> made) {
        Row row = subjects.make(subject, null);
        row.subject(number, results);
        made.accept(row);
        for (RowMaker list : lists) {
            elements(list, subject, row, made);
        }
    }

    private static void elements(RowMaker list, Entity subject, Row row, Consumer<Row> made) {
        RowType type = list.type();
        Expr.Path holder = type.holder();
        List<Entity> elements =
                holder == null ? null : Compiler.reach(holder, subject, null).elements(type.of());
        if (elements == null) {
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            if (list.isSought(elements, i)) {
                Row seen = list.make(subject, elements.get(i));
                seen.under(row);
                made.accept(seen);
            }
        }
    }
}
