package org.hqccp.explanation;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.DerivedFact;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.jspecify.annotations.Nullable;

/** The expressions behind derived facts. */
final class Unfolding {
    private final Map<EntityType, @Nullable Expr[]> expressions = new IdentityHashMap<>();

    Unfolding(List<DerivedFact> facts) {
        for (DerivedFact fact : facts) {
            @Nullable Expr[] own = expressions.computeIfAbsent(fact.owner(), o -> new Expr[o.nextSlot()]);
            own[fact.fact().slot()] = fact.is();
        }
    }

    /** What gives a fact of a thing its value; none for a given fact. */
    @Nullable
    Expr of(Entity entity, Fact fact) {
        return of(entity.type(), fact);
    }

    private @Nullable Expr of(EntityType type, Fact fact) {
        @Nullable Expr[] own = expressions.get(type);
        return own == null || !fact.derived() || type.fact(fact.name()) == null ? null : own[fact.slot()];
    }

    /** Shows every given fact that an expression can read, however deep it stands. */
    void given(Expr expr, Consumer<Fact> seen) {
        given(expr, seen, new HashSet<>());
    }

    private void given(Expr expr, Consumer<Fact> seen, Set<String> been) {
        Paths.walk(expr, part -> {
            if (part instanceof Expr.FactValue value && been.add(value.fact().path())) {
                seen.accept(value.fact());
                expressions.forEach((type, own) -> {
                    Expr is = type.name().equals(value.fact().entity()) ? of(type, value.fact()) : null;
                    if (is != null) {
                        given(is, seen, been);
                    }
                });
            }
        });
    }
}
