package org.hqccp.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a list that a pattern could match, told by its plain equalities alone: {@code kind == "action"} leaves out every element
 * of another known kind. Drools judges the others.
 *
 * @param equalities all of which a matching element has to fulfil
 */
record Sought(List<Equality> equalities) {

    /** A given fact that must be a code, a text, or yes or no. */
    private record Equality(int slot, Object value) {}

    /** What a pattern with this condition looks for. */
    static Sought by(@Nullable Expr where) {
        List<Equality> equalities = new ArrayList<>();
        for (Expr part :
                where instanceof Expr.And and ? and.parts() : where == null ? List.<Expr>of() : List.of(where)) {
            if (part instanceof Expr.Comparison comparison
                    && comparison.operator() == Expr.Operator.EQUAL
                    && comparison.left() instanceof Expr.FactValue fact
                    && fact.path().equals(Expr.Path.ELEMENT)
                    && !fact.fact().derived()
                    && comparison.right() instanceof Expr.Constant constant
                    && !constant.type().isNumber()) {
                equalities.add(new Equality(fact.fact().slot(), constant.value()));
            }
        }
        // What costs least is asked first.
        equalities.sort(Comparator.comparing(equality -> !(equality.value instanceof Boolean)));
        return new Sought(List.copyOf(equalities));
    }

    /** Whether nothing that is known of an element speaks against it. */
    boolean couldBe(Entity element) {
        for (int i = 0; i < equalities.size(); i++) {
            Equality each = equalities.get(i);
            Object value = element.get(each.slot);
            if (value != each.value && !each.value.equals(value) && !(value instanceof Unknown)) {
                return false;
            }
        }
        return true;
    }
}
