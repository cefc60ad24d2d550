package org.hqccp.explanation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.NounPhrase;
import org.hqccp.facts.Unknown;
import org.hqccp.rulelanguage.Expr;
import org.hqccp.rulelanguage.Expr.Operator;
import org.jspecify.annotations.Nullable;

/** Conditions as clauses of a sentence, made from the labels of the dictionary: "there are at least 2 technical courses in the sector". */
final class Clauses {

    private Clauses() {}

    /** A condition, as it has to be; negated, as it must not be. */
    static String of(Expr expr, boolean negated) {
        if (expr instanceof Expr.And and) {
            return negated ? either(and.parts(), true) : all(and.parts(), false);
        } else if (expr instanceof Expr.Or or) {
            return negated ? all(or.parts(), true) : either(or.parts(), false);
        } else if (expr instanceof Expr.Not not) {
            return of(not.part(), !negated);
        } else if (expr instanceof Expr.Comparison comparison) {
            return comparison(comparison, negated ? comparison.operator().negated() : comparison.operator());
        } else if (expr instanceof Expr.In in) {
            return in(in, in.negated() != negated);
        } else if (expr instanceof Expr.Contains contains) {
            return contains(contains, contains.negated() != negated);
        } else if (expr instanceof Expr.Exists exists) {
            return exists(exists, exists.negated() != negated);
        }
        return yesNo(expr, !negated);
    }

    /** The clauses of a condition all of which have to hold, those about one set told together. */
    static List<String> each(Expr expr) {
        return clauses(expr instanceof Expr.And and ? and.parts() : List.of(expr), false);
    }

    /** The clauses of a condition of which one has to hold; empty for any other condition. */
    static List<String> choices(Expr expr) {
        return expr instanceof Expr.Or or
                ? or.parts().stream()
                        .map(p -> isChoice(p, true) ? "both " + of(p, false) : of(p, false))
                        .toList()
                : List.of();
    }

    private static String all(List<Expr> parts, boolean negated) {
        return Words.list(clauses(parts, negated), "and");
    }

    private static List<String> clauses(List<Expr> parts, boolean negated) {
        List<String> clauses = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<String> elements = new ArrayList<>();
            int next = i;
            while (next < parts.size() && isAboutTheSameSet(parts.get(i), parts.get(next), negated)) {
                elements.add(element((Expr.Contains) parts.get(next)));
                next++;
            }
            if (elements.size() > 1) {
                Expr.Contains first = (Expr.Contains) parts.get(i);
                clauses.add(hold(first, first.negated() != negated, elements));
                i = next - 1;
            } else if (!isJoin(parts.get(i))) {
                String clause = of(parts.get(i), negated);
                clauses.add(isChoice(parts.get(i), negated) && parts.size() > 1 ? "either " + clause : clause);
            }
        }
        return clauses;
    }

    private static boolean isChoice(Expr part, boolean negated) {
        return negated ? part instanceof Expr.And : part instanceof Expr.Or;
    }

    private static String either(List<Expr> parts, boolean negated) {
        return Words.list(
                parts.stream()
                        .map(p -> isChoice(p, !negated) && parts.size() > 1 ? "both " + of(p, negated) : of(p, negated))
                        .toList(),
                "or");
    }

    private static boolean isAboutTheSameSet(Expr first, Expr other, boolean negated) {
        return first instanceof Expr.Contains a
                && other instanceof Expr.Contains b
                && a.set().equals(b.set())
                && a.set() instanceof Expr.FactValue
                && a.negated() == b.negated()
                && (a.negated() || !negated);
    }

    /** Whether a part only says which things belong together: an element's group is the group. */
    private static boolean isJoin(Expr part) {
        return part instanceof Expr.Comparison c
                && c.operator() == Operator.EQUAL
                && c.left() instanceof Expr.FactValue left
                && c.right() instanceof Expr.FactValue right
                && left.path().from() != right.path().from()
                && left.fact().label().equals(right.fact().label());
    }

    private static String comparison(Expr.Comparison c, Operator operator) {
        Fact fact = Words.fact(c.left());
        if (fact != null && fact.type() == FactType.YES_NO && c.right() instanceof Expr.Constant constant) {
            return yesNo(c.left(), Boolean.TRUE.equals(constant.value()) == (operator == Operator.EQUAL));
        }
        Object required = constant(c.right());
        NounPhrase counted = fact == null ? null : new NounPhrase(fact.label()).counted();
        if (counted != null && required instanceof Number) {
            return amount(operator, required).equals("exactly 1")
                    ? "there is exactly 1 " + counted.singular()
                    : "there are " + amount(operator, required) + " " + counted.label();
        }
        String right = required == null ? phrase(c.right()) : Words.quantity(required, fact);
        NounPhrase left = new NounPhrase(label(c.left()));
        return left.the() + " " + left.be() + " "
                + Words.sign(operator, c.left().type()) + right;
    }

    /** "at least 2", "no", "more than 3". */
    static String amount(Operator operator, Object required) {
        String value = Words.value(required, null);
        if (value.equals("0") && (operator == Operator.EQUAL || operator == Operator.AT_MOST)) {
            return "no";
        } else if (value.equals("0") && (operator == Operator.MORE || operator == Operator.NOT_EQUAL)
                || value.equals("1") && operator == Operator.AT_LEAST) {
            return "one or more";
        }
        return operator == Operator.EQUAL ? "exactly " + value : Words.sign(operator, FactType.NUMBER) + value;
    }

    /** A value that stands in the rule, or the newest one of a parameter. */
    static @Nullable Object constant(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return constant.value();
        } else if (expr instanceof Expr.ParameterValue parameter) {
            var periods = parameter.parameter().periods();
            Object value = periods.get(periods.size() - 1).value();
            return value instanceof Unknown ? null : value;
        }
        return null;
    }

    private static String in(Expr.In in, boolean negated) {
        Fact fact = Words.fact(in.element());
        NounPhrase element = new NounPhrase(label(in.element()));
        if (fact != null && fact.type() == FactType.YES_NO) {
            return "it is known whether there is " + element.a();
        }
        List<String> values =
                in.among().stream().map(c -> Words.value(c.value(), fact)).toList();
        return element.the() + " " + element.be() + (negated ? " not " : " ") + Words.list(values, "or");
    }

    private static String contains(Expr.Contains contains, boolean negated) {
        return hold(contains, negated, List.of(element(contains)));
    }

    private static String hold(Expr.Contains contains, boolean negated, List<String> elements) {
        if (!(contains.set() instanceof Expr.FactValue)) {
            return Words.list(elements, "and") + (negated ? " is not among " : " is among ") + phrase(contains.set());
        }
        NounPhrase set = new NounPhrase(label(contains.set()));
        String verb = negated
                ? set.isPlural() ? " do not include " : " does not include "
                : set.isPlural() ? " include " : " includes ";
        return set.the() + verb + Words.list(elements, negated ? "or" : "and");
    }

    private static String element(Expr.Contains contains) {
        return contains.element() instanceof Expr.Constant c
                ? Words.value(c.value(), Words.fact(contains.set()))
                : phrase(contains.element());
    }

    private static String exists(Expr.Exists exists, boolean negated) {
        Expr where = exists.where();
        NounPhrase thing = new NounPhrase(exists.of().label());
        if (negated && where != null && !(where instanceof Expr.And)) {
            return "for every " + thing.label() + " " + ofItself(of(where, true), exists.of());
        }
        return (negated ? "there is no " + thing.label() : "there is " + thing.a()) + which(exists);
    }

    /** Which things are meant: " whose role is employer and for which there is an agreement"; empty where it is any of them. */
    static String which(Expr.Exists exists) {
        Expr where = exists.where();
        if (where == null) {
            return "";
        }
        List<String> choices = choices(where);
        if (!choices.isEmpty()) {
            return " for which " + ofItself("either " + Words.list(choices, "or"), exists.of());
        }
        return " "
                + Words.list(
                        each(where).stream().map(c -> which(c, exists.of())).toList(), "and");
    }

    private static String which(String clause, EntityType type) {
        if (clause.startsWith("it is ")) {
            return "that" + clause.substring("it".length());
        }
        String own = ofItself(clause, type);
        boolean its = !own.equals(clause) || type.name().equals("finding");
        return its && own.startsWith("the ") ? "whose" + own.substring("the".length()) : "for which " + own;
    }

    /** A thing's own facts need not say whose they are: "the role" for "the role of the partner". */
    private static String ofItself(String clause, EntityType type) {
        return clause.replace(" of the " + type.label() + " is ", " is ")
                .replace(" of " + type.label() + " is ", " is ");
    }

    /** A yes-no value: what there is, or is not. Facts about findings are said of the finding itself. */
    private static String yesNo(Expr expr, boolean yes) {
        Fact fact = Words.fact(expr);
        NounPhrase phrase = new NounPhrase(label(expr));
        if (fact != null && (fact.entity().equals("finding") || fact.entity().equals("group"))) {
            return "it is " + (yes ? "" : "not ") + fact.label();
        }
        return "there " + phrase.be() + " " + (yes ? phrase.a() : "no " + phrase.label());
    }

    /** A value's name without an article. */
    static String label(Expr expr) {
        String phrase = phrase(expr);
        return phrase.startsWith("the ") ? phrase.substring(4) : phrase;
    }

    /** A value's name in a sentence. */
    static String phrase(Expr expr) {
        if (expr instanceof Expr.FactValue value) {
            return "the " + value.fact().label();
        } else if (expr instanceof Expr.ParameterValue parameter) {
            return "the " + parameter.parameter().meaning();
        } else if (expr instanceof Expr.Constant constant) {
            return Words.value(constant.value(), null);
        } else if (expr instanceof Expr.Arithmetic arithmetic) {
            return phrase(arithmetic.left()) + word(arithmetic.operator()) + phrase(arithmetic.right());
        } else if (expr instanceof Expr.Aggregate aggregate) {
            return aggregate(aggregate);
        } else if (expr instanceof Expr.SetSize size) {
            return "the number of " + label(size.set());
        } else if (expr instanceof Expr.Call call) {
            return call.function().word().toLowerCase(Locale.ROOT) + " of "
                    + Words.list(call.arguments().stream().map(Clauses::phrase).toList(), "and");
        } else if (expr instanceof Expr.Choice choice) {
            return phrase(choice.then()) + " if " + of(choice.condition(), false) + ", else "
                    + phrase(choice.otherwise());
        } else if (expr instanceof Expr.Missing) {
            return "not known";
        }
        return of(expr, false);
    }

    private static String word(char operator) {
        return switch (operator) {
            case '+' -> " plus ";
            case '-' -> " minus ";
            case '*' -> " times ";
            default -> " divided by ";
        };
    }

    private static String aggregate(Expr.Aggregate aggregate) {
        Expr where = aggregate.where();
        Expr of = aggregate.value();
        String fold = switch (aggregate.fold()) {
            case COUNT -> "the number of ";
            case SUM -> "the sum of ";
            case MIN -> "the least of ";
            case MAX -> "the greatest of ";
        };
        return fold
                + (of == null ? aggregate.of().label() : label(of))
                + (where == null ? "" : " where " + of(where, false));
    }

    /** Whether a value is nothing at all. */
    static boolean isZero(Object value) {
        return value instanceof Number && new BigDecimal(value.toString()).signum() == 0;
    }
}
