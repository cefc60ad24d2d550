package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.NounPhrase;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Expr.Operator;

/** Says what is short of a condition that does not hold: what the case says, and what it takes, one short sentence each. */
final class Shortfalls {
    private static final int MOST_SHOWN = 3;
    private static final int MOST_CLAUSES = 2;
    private final DecisionProgram program;
    private final Entity subject;

    Shortfalls(DecisionProgram program, Entity subject) {
        this.program = program;
        this.subject = subject;
    }

    /** The sentences, each once. */
    List<String> of(Expr test) {
        Set<String> sentences = new LinkedHashSet<>();
        look(test, false, sentences);
        return List.copyOf(sentences);
    }

    private void look(Expr expr, boolean negated, Set<String> sentences) {
        if (program.holds(expr, subject, null) != (negated ? Truth.TRUE : Truth.FALSE)) {
            return;
        }
        if (expr instanceof Expr.Not not) {
            look(not.part(), !negated, sentences);
        } else if (expr instanceof Expr.And and) {
            several(and.parts(), negated, negated, sentences);
        } else if (expr instanceof Expr.Or or) {
            several(or.parts(), negated, !negated, sentences);
        } else {
            sentences.add(Words.upper(sentence(expr, negated)) + ".");
        }
    }

    private void several(List<Expr> parts, boolean negated, boolean oneIsEnough, Set<String> sentences) {
        List<Expr> rest = new ArrayList<>(parts);
        if (!oneIsEnough) {
            sets(rest, negated, sentences);
        }
        Set<String> own = new LinkedHashSet<>();
        rest.forEach(p -> look(p, negated, own));
        sentences.addAll(own);
        if (oneIsEnough && own.size() > 1) {
            sentences.add("It is enough that one of these changes.");
        }
    }

    /** What must leave, or join, one set is said once. */
    private void sets(List<Expr> parts, boolean negated, Set<String> sentences) {
        List<Expr.Contains> failed = new ArrayList<>();
        parts.removeIf(part -> part instanceof Expr.Contains contains
                && contains.set() instanceof Expr.FactValue
                && contains.element() instanceof Expr.Constant
                && program.holds(part, subject, null) == (negated ? Truth.TRUE : Truth.FALSE)
                && failed.add(contains));
        while (!failed.isEmpty()) {
            Expr.Contains first = failed.get(0);
            List<Expr.Contains> same = failed.stream()
                    .filter(c -> c.set().equals(first.set()) && c.negated() == first.negated())
                    .toList();
            failed.removeAll(same);
            List<String> elements = same.stream()
                    .map(c -> Words.value(((Expr.Constant) c.element()).value(), Words.fact(c.set())))
                    .toList();
            sentences.add(Words.upper(set(first, first.negated() != negated, elements)) + ".");
        }
    }

    private String set(Expr.Contains contains, boolean mustLeave, List<String> elements) {
        NounPhrase set = new NounPhrase(Clauses.label(contains.set()));
        Object actual = program.value(contains.set(), subject, null);
        if (mustLeave) {
            return set.the() + (set.isPlural() ? " include " : " includes ") + Words.list(elements, "and") + ", which "
                    + (elements.size() == 1 ? "is" : "are") + " not allowed";
        }
        int now = actual instanceof Set<?> values ? values.size() : 0;
        String there = now == 0
                ? "There is nothing yet"
                : "Now there: " + Words.value(sorted(actual), Words.fact(contains.set()));
        return "still to add to " + set.the() + ": " + Words.list(elements, "and")
                + (now > MOST_SHOWN ? "" : ". " + there);
    }

    private static Object sorted(Object value) {
        return value instanceof Set<?> set ? new TreeSet<Object>(set) : value;
    }

    private String sentence(Expr expr, boolean negated) {
        if (expr instanceof Expr.Comparison c) {
            return comparison(c, negated ? c.operator().negated() : c.operator());
        } else if (expr instanceof Expr.In in) {
            return in(in, in.negated() != negated);
        } else if (expr instanceof Expr.Contains c) {
            return c.set() instanceof Expr.FactValue && c.element() instanceof Expr.Constant constant
                    ? set(c, c.negated() != negated, List.of(Words.value(constant.value(), Words.fact(c.set()))))
                    : member(c, c.negated() != negated);
        } else if (expr instanceof Expr.Exists exists) {
            return exists(exists, exists.negated() != negated);
        }
        return yesNo(new NounPhrase(Clauses.label(expr)), !negated);
    }

    private String exists(Expr.Exists exists, boolean mayNot) {
        NounPhrase thing = new NounPhrase(exists.of().label());
        Expr where = exists.where();
        if (!mayNot) {
            return needed(exists, thing);
        }
        List<String> which = elements(exists).stream()
                .filter(e -> where == null || program.holds(where, subject, e) == Truth.TRUE)
                .map(Shortfalls::name)
                .toList();
        String clause = Clauses.which(exists);
        return which.size() == 1
                ? "there is " + thing.a() + " (" + which.get(0) + ")" + clause
                : "there are " + which.size() + " " + thing.plural() + " (" + Words.list(which, "and") + ")" + clause;
    }

    private static String needed(Expr.Exists exists, NounPhrase thing) {
        List<String> clauses = exists.where() == null ? List.of() : Clauses.each(exists.where());
        return "still needed: " + thing.a()
                + (clauses.size() <= MOST_CLAUSES
                        ? Clauses.which(exists)
                        : " for which all of this holds. "
                                + String.join(
                                        ". ", clauses.stream().map(Words::upper).toList()));
    }

    private List<Entity> elements(Expr.Exists exists) {
        for (Entity at = subject; at != null; at = at.parent()) {
            if (at.type().children().contains(exists.of())) {
                List<Entity> elements = at.elements(exists.of());
                return elements == null ? List.of() : elements;
            }
        }
        return List.of();
    }

    private static String name(Entity element) {
        String key = element.type().key();
        Fact fact = key == null ? null : element.type().fact(key);
        return fact == null ? "number " + element.id() : fact.words(element.id());
    }

    private String comparison(Expr.Comparison c, Operator operator) {
        Fact fact = Words.fact(c.left());
        Object actual = program.value(c.left(), subject, null);
        Object required = program.value(c.right(), subject, null);
        NounPhrase phrase = new NounPhrase(Clauses.label(c.left()));
        if (actual instanceof Unknown || required instanceof Unknown) {
            return "it takes that " + Clauses.of(c, operator != c.operator());
        }
        if (actual instanceof Boolean) {
            return yesNo(phrase, Boolean.TRUE.equals(required) == (operator == Operator.EQUAL));
        }
        String beside = c.right() instanceof Expr.FactValue value
                ? " (the " + value.fact().label() + ")"
                : "";
        NounPhrase counted = phrase.counted();
        if (counted != null && fact != null && actual instanceof Number) {
            return counted(fact, counted, operator, actual, required, beside);
        }
        FactType type = c.left().type();
        return phrase.the() + " " + phrase.be() + " " + Words.quantity(actual, fact) + "; " + phrase.pronoun()
                + (phrase.isPlural() ? " need" : " needs") + " to be " + Words.sign(operator, type)
                + Words.quantity(required, fact) + beside;
    }

    /** "the program has 1; it needs at least 2 technical courses in the sector". */
    private static String counted(
            Fact fact, NounPhrase things, Operator operator, Object actual, Object required, String beside) {
        String owner = fact.entity().equals(fact.entity().toLowerCase(Locale.ROOT)) ? "the " + fact.entity() : "it";
        String has = Clauses.isZero(actual) ? "none" : Words.value(actual, null);
        boolean most = operator == Operator.AT_MOST
                || operator == Operator.LESS
                || operator == Operator.EQUAL && Clauses.isZero(required);
        return owner + (most ? " may have " : " needs ") + Clauses.amount(operator, required) + " "
                + (Clauses.amount(operator, required).equals("exactly 1") ? things.singular() : things.label())
                + beside + "; it has " + has;
    }

    private String in(Expr.In in, boolean mustLeave) {
        Fact fact = Words.fact(in.element());
        NounPhrase phrase = new NounPhrase(Clauses.label(in.element()));
        List<String> values =
                in.among().stream().map(c -> Words.value(c.value(), fact)).toList();
        Object actual = program.value(in.element(), subject, null);
        return phrase.the() + " " + phrase.be() + " " + Words.value(actual, fact) + "; " + phrase.pronoun()
                + (mustLeave ? " may not be " : phrase.isPlural() ? " need to be " : " needs to be ")
                + Words.list(values, "or");
    }

    private String member(Expr.Contains c, boolean mustLeave) {
        Fact fact = Words.fact(c.element());
        NounPhrase phrase = new NounPhrase(Clauses.label(c.element()));
        Object actual = program.value(c.element(), subject, null);
        Object among = program.value(c.set(), subject, null);
        String listed = among instanceof Set<?> set
                ? Words.list(
                        new TreeSet<Object>(set)
                                .stream().map(v -> Words.value(v, fact)).toList(),
                        "or")
                : Words.value(among, fact);
        return phrase.the() + " " + phrase.be() + " " + Words.value(actual, fact) + "; " + phrase.pronoun()
                + (mustLeave ? " may not be " : " needs to be ") + listed;
    }

    private static String yesNo(NounPhrase phrase, boolean needed) {
        return (needed ? "still needed: " : "this stands in the way: ") + phrase.a();
    }
}
