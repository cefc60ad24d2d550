package org.hqccp.rulelanguage;

import java.util.List;
import java.util.Map;
import org.hqccp.facts.FactType;
import org.hqccp.facts.Plural;
import org.hqccp.facts.Suggestion;

/** The functions of the dictionary's expressions. */
final class Functions {
    private static final Map<Expr.Function, List<Typing.Sort>> TAKES = Map.of(
            Expr.Function.AGE, List.of(Typing.Sort.DATE, Typing.Sort.DATE),
            Expr.Function.SCHOOL_YEAR, List.of(Typing.Sort.DATE),
            Expr.Function.YEAR, List.of(Typing.Sort.DATE),
            Expr.Function.MONTH_DAY, List.of(Typing.Sort.DATE),
            Expr.Function.DATE_IN, List.of(Typing.Sort.NUMBER, Typing.Sort.MONTH_DAY),
            Expr.Function.ROUND_DOWN, List.of(Typing.Sort.NUMBER, Typing.Sort.NUMBER));

    private static final List<String> NAMES = List.of(
            "count",
            "sum",
            "min",
            "max",
            "if",
            "age",
            "schoolYear",
            "year",
            "monthDay",
            "dateIn",
            "roundDown",
            "parameter",
            "unknown");

    private Functions() {}

    static Expr call(Token name, List<Expr> arguments, Scope scope) throws ExpressionException {
        switch (name.text()) {
            case "parameter":
                return parameter(name, arguments, scope);
            case "if":
                return choice(name, arguments);
            case "unknown":
                return missing(name, arguments);
            default:
        }
        for (Expr.Function function : Expr.Function.values()) {
            if (function.word().equals(name.text())) {
                return checked(function, name, arguments);
            }
        }
        throw unknown(name);
    }

    /** Refuses a name that is no function before its values are read. */
    static void known(Token name) throws ExpressionException {
        if (!NAMES.contains(name.text())) {
            throw unknown(name);
        }
    }

    private static ExpressionException unknown(Token name) {
        return new ExpressionException(
                name.offset(),
                "FUNCTION",
                "'" + name.text() + "' is not a function of the language",
                Suggestion.didYouMean(name.text(), NAMES));
    }

    private static Expr checked(Expr.Function function, Token name, List<Expr> arguments) throws ExpressionException {
        List<Typing.Sort> takes = TAKES.getOrDefault(function, List.of());
        if (takes.size() != arguments.size()) {
            throw new ExpressionException(
                    name.offset(),
                    "FUNCTION",
                    name.text() + " takes " + Plural.of(takes.size(), "value") + ", not " + arguments.size(),
                    null);
        }
        Expr[] fitted = new Expr[arguments.size()];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = Typing.coerceTo(arguments.get(i), takes.get(i), name.offset());
            boolean fraction = function != Expr.Function.ROUND_DOWN && fitted[i].type() == FactType.NUMBER;
            if (Typing.kind(fitted[i].type()) != takes.get(i) || fraction) {
                throw new ExpressionException(
                        name.offset(),
                        "FUNCTION",
                        "value " + (i + 1) + " of " + name.text() + " must be "
                                + (fraction ? "a whole number" : takes.get(i).words()),
                        null);
            }
        }
        FactType type = switch (function) {
            case AGE, SCHOOL_YEAR, YEAR -> FactType.WHOLE_NUMBER;
            case MONTH_DAY -> FactType.MONTH_DAY;
            case DATE_IN -> FactType.DATE;
            case ROUND_DOWN -> fitted[0].type() == fitted[1].type() ? fitted[0].type() : FactType.NUMBER;
        };
        return new Expr.Call(function, List.of(fitted), type);
    }

    private static Expr parameter(Token name, List<Expr> arguments, Scope scope) throws ExpressionException {
        if (arguments.size() != 1
                || !(arguments.get(0) instanceof Expr.Constant constant)
                || !(constant.value() instanceof String text)) {
            throw new ExpressionException(name.offset(), "PARAMETER", "parameter takes one name in quotes", null);
        }
        Parameter parameter = scope.parameters().get(text);
        if (parameter == null) {
            throw new ExpressionException(
                    name.offset(),
                    "PARAMETER",
                    "there is no parameter '" + text + "' in parameters.csv",
                    Suggestion.didYouMean(text, scope.parameters().keySet()));
        }
        return new Expr.ParameterValue(parameter);
    }

    private static Expr choice(Token name, List<Expr> arguments) throws ExpressionException {
        if (arguments.size() != 3) {
            throw new ExpressionException(name.offset(), "FUNCTION", "if takes a condition and two values", null);
        }
        Expr then = branch(arguments.get(1), arguments.get(2), name.offset());
        Expr otherwise = branch(arguments.get(2), arguments.get(1), name.offset());
        if (Typing.kind(then.type()) != Typing.kind(otherwise.type())) {
            throw Typing.mismatch(then, otherwise, name.offset());
        }
        FactType type = then.type() == otherwise.type()
                ? then.type()
                : then.type().isNumber() ? FactType.NUMBER : FactType.DATE;
        return new Expr.Choice(Typing.asCondition(arguments.get(0), name.offset()), then, otherwise, type);
    }

    /** A value of a choice; one that is not known takes the type of the other. */
    private static Expr branch(Expr own, Expr other, int offset) throws ExpressionException {
        if (own instanceof Expr.Missing missing) {
            return new Expr.Missing(missing.reason(), other.type());
        }
        return other instanceof Expr.Missing ? own : Typing.coerce(own, other, offset);
    }

    private static Expr missing(Token name, List<Expr> arguments) throws ExpressionException {
        if (arguments.size() != 1
                || !(arguments.get(0) instanceof Expr.Constant constant)
                || !(constant.value() instanceof String text)) {
            throw new ExpressionException(name.offset(), "FUNCTION", "unknown takes one reason in quotes", null);
        }
        return new Expr.Missing(text, FactType.YES_NO);
    }
}
