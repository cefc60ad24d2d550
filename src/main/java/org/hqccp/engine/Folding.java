package org.hqccp.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** Counts, sums, least and greatest values over a list, with bounds where elements are not fully known. */
final class Folding implements Term {
    private static final String REASON = "not all of it is known";
    private static final Unknown NOTHING = new Unknown("the list holds nothing to take it from");
    private final Expr.Aggregate aggregate;
    private final Filter where;
    private final @Nullable Term value;
    private final boolean whole;

    Folding(Compiler compiler, Expr.Aggregate aggregate) {
        this.aggregate = aggregate;
        Expr added = aggregate.value();
        this.where = compiler.filter(aggregate.where());
        this.value = added == null ? null : compiler.bounded(added);
        this.whole = aggregate.type() == FactType.WHOLE_NUMBER;
    }

    @Override
    public Object of(Entity owner, @Nullable Entity element) {
        List<Entity> elements =
                Compiler.reach(aggregate.holder(), owner, element).elements(aggregate.of());
        if (elements == null) {
            return aggregate.fold() == Expr.Fold.COUNT
                    ? new Unknown("the list is not known", BigDecimal.ZERO, null)
                    : new Unknown("the list is not known");
        }
        if (value == null) {
            return count(elements, owner);
        }
        if (aggregate.fold() == Expr.Fold.SUM) {
            return sum(elements, owner, value);
        }
        return aggregate.type().isDate() ? extremeDate(elements, owner, value) : extreme(elements, owner, value);
    }

    private Object count(List<Entity> elements, Entity owner) {
        long sure = 0;
        long possible = 0;
        for (int i = 0; i < elements.size(); i++) {
            Truth truth = where.of(owner, elements, i);
            sure += truth == Truth.TRUE ? 1 : 0;
            possible += truth == Truth.FALSE ? 0 : 1;
        }
        return sure == possible
                ? (Object) sure
                : new Unknown(REASON, BigDecimal.valueOf(sure), BigDecimal.valueOf(possible));
    }

    private Object sum(List<Entity> elements, Entity owner, Term added) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        for (int i = 0; i < elements.size(); i++) {
            Truth truth = where.of(owner, elements, i);
            if (truth != Truth.FALSE) {
                Object number = Term.read(added, owner, elements.get(i));
                BigDecimal least = Numbers.low(number);
                BigDecimal most = Numbers.high(number);
                if (truth == Truth.UNKNOWN) {
                    least = least == null ? null : least.min(BigDecimal.ZERO);
                    most = most == null ? null : most.max(BigDecimal.ZERO);
                }
                low = Numbers.plus(low, least);
                high = Numbers.plus(high, most);
            }
        }
        return Numbers.between(low, high, whole, REASON);
    }

    /** The least or greatest number: bounded from the sure elements on one side and from all possible ones on the other. */
    private Object extreme(List<Entity> elements, Entity owner, Term taken) {
        boolean least = aggregate.fold() == Expr.Fold.MIN;
        BigDecimal sure = null;
        BigDecimal possible = null;
        boolean open = false;
        boolean any = false;
        boolean surelyAny = false;
        for (int i = 0; i < elements.size(); i++) {
            Truth truth = where.of(owner, elements, i);
            if (truth == Truth.FALSE) {
                continue;
            }
            any = true;
            surelyAny |= truth == Truth.TRUE;
            Object number = Term.read(taken, owner, elements.get(i));
            BigDecimal inner = least ? Numbers.high(number) : Numbers.low(number);
            BigDecimal outer = least ? Numbers.low(number) : Numbers.high(number);
            if (truth == Truth.TRUE && inner != null) {
                sure = sure == null ? inner : least ? sure.min(inner) : sure.max(inner);
            }
            open |= outer == null;
            if (outer != null) {
                possible = possible == null ? outer : least ? possible.min(outer) : possible.max(outer);
            }
        }
        if (!any) {
            return NOTHING;
        }
        if (!surelyAny) {
            // There may turn out to be nothing to take it from, so nothing bounds it.
            return new Unknown(REASON);
        }
        BigDecimal far = open ? null : possible;
        return least ? Numbers.between(far, sure, whole, REASON) : Numbers.between(sure, far, whole, REASON);
    }

    private Object extremeDate(List<Entity> elements, Entity owner, Term taken) {
        LocalDate best = null;
        for (int i = 0; i < elements.size(); i++) {
            Truth truth = where.of(owner, elements, i);
            if (truth == Truth.FALSE) {
                continue;
            }
            if (truth == Truth.UNKNOWN || !(Term.read(taken, owner, elements.get(i)) instanceof LocalDate date)) {
                return new Unknown(REASON);
            }
            boolean better =
                    best == null || (aggregate.fold() == Expr.Fold.MIN ? date.isBefore(best) : date.isAfter(best));
            best = better ? date : best;
        }
        return best == null ? NOTHING : best;
    }
}
