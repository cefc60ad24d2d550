package org.hqccp.engine;

import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Paths;
import org.jspecify.annotations.Nullable;

/** A condition on the elements of a list, made ready to be asked of one after another. Of findings most need not be looked at for it. */
public final class Filter {
    private final Test where;
    private final boolean readsElementAlone;
    private volatile @Nullable FindingTable table;

    Filter(@Nullable Expr where, Compiler compiler) {
        this.where = where == null ? (owner, element) -> Truth.TRUE : compiler.test(where);
        boolean[] others = {false};
        Paths.walk(where, part -> others[0] |= !isPlain(part));
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

    /**
     * Whether it holds for an element.
     *
     * @param owner the rule's subject, or the entity that declares a derived fact
     * @param place where the element stands in the list
     */
    public Truth of(Entity owner, List<Entity> elements, int place) {
        Truth known = elements instanceof Findings findings && readsElementAlone
                ? answers(findings).of(findings.kind(place))
                : null;
        return known == null ? Test.ask(where, owner, elements.get(place)) : known;
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
