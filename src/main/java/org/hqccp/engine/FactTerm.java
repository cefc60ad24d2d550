package org.hqccp.engine;

import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** A fact made ready to be read, wherever it stands. By far most of what rules read is this. */
final class FactTerm implements Term {
    private final Expr.Path path;
    private final boolean ofOwner;
    private final boolean ofElement;
    private final int slot;
    private final Derived derived;

    FactTerm(Expr.FactValue value, Derived derived) {
        this.path = value.path();
        this.ofOwner = path.equals(Expr.Path.OWNER);
        this.ofElement = path.equals(Expr.Path.ELEMENT);
        this.slot = value.fact().slot();
        this.derived = derived;
    }

    @Override
    public Object of(Entity owner, @Nullable Entity element) {
        if (ofOwner) {
            return derived.value(owner, slot);
        }
        return derived.value(ofElement && element != null ? element : Compiler.reach(path, owner, element), slot);
    }
}
