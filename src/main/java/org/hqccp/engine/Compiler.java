package org.hqccp.engine;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.jspecify.annotations.Nullable;

/** Makes expressions ready, each once: the model's own evaluator, which knows three truth values and needs no Drools. */
final class Compiler {
    private final Conditions conditions = new Conditions(this);
    private final Values values;
    private final Map<Expr, Test> tests = new IdentityHashMap<>();
    private final Map<Expr, Term> terms = new IdentityHashMap<>();
    private final Map<Expr, Filter> filters = new IdentityHashMap<>();
    private boolean closed;

    Compiler(Derived derived, Clocks clocks) {
        this.values = new Values(this, derived, clocks);
    }

    /** Makes an expression and every part of it ready. */
    void ready(@Nullable Expr expr) {
        Paths.walk(expr, part -> {
            term(part);
            if (part.type() == FactType.YES_NO) {
                test(part);
            }
        });
    }

    /** Nothing is kept any more: from here on all threads may read. */
    void close() {
        closed = true;
    }

    /** A condition, made ready. */
    Test test(Expr expr) {
        Test test = tests.get(expr);
        if (test == null) {
            test = conditions.of(expr);
            keep(tests, expr, test);
        }
        return test;
    }

    /** A value, made ready. */
    Term term(Expr expr) {
        Term term = terms.get(expr);
        if (term == null) {
            term = values.of(expr);
            keep(terms, expr, term);
        }
        return term;
    }

    /** A condition on the elements of a list, made ready; none is met by all. */
    Filter filter(@Nullable Expr where) {
        Filter filter = where == null ? null : filters.get(where);
        if (filter == null) {
            filter = new Filter(where, this);
            if (where != null) {
                keep(filters, where, filter);
            }
        }
        return filter;
    }

    /** What is asked for later is no part of a rule, such as what the search for changes tries: it is made ready for that one use. */
    private <T> void keep(Map<Expr, T> ready, Expr expr, T made) {
        if (!closed) {
            ready.put(expr, made);
        }
    }

    /** The entity a path leads to. */
    static Entity reach(Expr.Path path, Entity owner, @Nullable Entity element) {
        Entity at = path.from() == Expr.From.ELEMENT ? Objects.requireNonNull(element) : owner;
        if (path.from() == Expr.From.CASE) {
            EntityType single = path.single();
            Entity root = at.root();
            return single == null ? root : root.single(single);
        }
        for (int i = 0; i < path.up(); i++) {
            at = Objects.requireNonNull(at.parent());
        }
        return at;
    }

    /** A value, with the declared bounds of its fact where it is not known. */
    Term bounded(Expr expr) {
        return values.bounded(expr);
    }
}
