package org.hqccp.engine;

import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.jspecify.annotations.Nullable;

/** Whether a list holds an element, or none, for which a condition holds. */
final class Existence implements Test {
    private final Expr.Exists exists;
    private final Test where;
    private final boolean readsElementAlone;
    private volatile @Nullable FindingTable table;

    Existence(Expr.Exists exists, Test where) {
        this.exists = exists;
        this.where = where;
        boolean[] others = {false};
        Paths.walk(exists.where(), part -> others[0] |= !isPlain(part));
        this.readsElementAlone = !others[0];
    }

    /** Whether a part of a condition needs no more than the given facts of the element. */
    private static boolean isPlain(Expr part) {
        return part instanceof Expr.FactValue fact
                ? fact.path().equals(Expr.Path.ELEMENT) && !fact.fact().derived()
                : part instanceof Expr.Constant
                        || part instanceof Expr.And
                        || part instanceof Expr.Or
                        || part instanceof Expr.Not
                        || part instanceof Expr.Comparison
                        || part instanceof Expr.In;
    }

    @Override
    public Truth of(Entity owner, @Nullable Entity element) {
        List<Entity> elements = Compiler.reach(exists.holder(), owner, element).elements(exists.of());
        Truth found = elements == null
                ? Truth.UNKNOWN
                : elements instanceof Findings findings && readsElementAlone
                        ? anyFinding(findings, owner)
                        : any(elements, owner);
        return exists.negated() ? found.not() : found;
    }

    private Truth any(List<Entity> elements, Entity owner) {
        Truth found = Truth.FALSE;
        for (int i = 0; i < elements.size() && found != Truth.TRUE; i++) {
            found = found.or(Test.ask(where, owner, elements.get(i)));
        }
        return found;
    }

    private Truth anyFinding(Findings findings, Entity owner) {
        FindingTable answers = answers(findings);
        Truth found = Truth.FALSE;
        for (int i = 0; i < findings.size() && found != Truth.TRUE; i++) {
            Truth truth = answers.of(findings.kind(i));
            if (truth != Truth.FALSE) {
                found = found.or(truth == null ? Test.ask(where, owner, findings.get(i)) : truth);
            }
        }
        return found;
    }

    private FindingTable answers(Findings findings) {
        FindingTable known = table;
        if (known == null || !known.isAbout(findings)) {
            known = new FindingTable(findings, like -> where.of(like, like));
            table = known;
        }
        return known;
    }
}
