package org.hqccp.engine;

import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** Whether a list holds an element, or none, for which a condition holds. */
final class Existence implements Test {
    private final Expr.Exists exists;
    private final Filter where;

    Existence(Expr.Exists exists, Filter where) {
        this.exists = exists;
        this.where = where;
    }

    @Override
    public Truth of(Entity owner, @Nullable Entity element) {
        List<Entity> elements = Compiler.reach(exists.holder(), owner, element).elements(exists.of());
        Truth found = elements == null ? Truth.UNKNOWN : any(elements, owner);
        return exists.negated() ? found.not() : found;
    }

    private Truth any(List<Entity> elements, Entity owner) {
        Truth found = Truth.FALSE;
        for (int i = 0; i < elements.size() && found != Truth.TRUE; i++) {
            found = found.or(where.of(owner, elements, i));
        }
        return found;
    }
}
