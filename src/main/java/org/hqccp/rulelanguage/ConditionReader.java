package org.hqccp.rulelanguage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Suggestion;
import org.jspecify.annotations.Nullable;

/** Turns the patterns of a rule's condition into one test of its subject. */
final class ConditionReader {
    private static final Pattern PARAMETER = Pattern.compile("\\s*name\\s*==\\s*\"([^\"]*)\"\\s*");
    private static final Pattern JOIN = Pattern.compile("\\s*([a-z][A-Za-z]*)\\s*==\\s*(\\$[A-Za-z]+)\\s*");

    private final FactsDictionary dictionary;
    private final Map<String, Parameter> parameters;
    private final RuleText text;
    private final RollUpTypes types;
    private final EntityType subject;
    private final String variable;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Expr> tests = new ArrayList<>();
    private final List<String> unbound = new ArrayList<>();
    private Scope scope;
    private boolean subjectSeen;

    ConditionReader(Vocabulary vocabulary, RuleText text, RollUpTypes types, EntityType subject, String variable) {
        this.dictionary = vocabulary.dictionary();
        this.parameters = vocabulary.parameters();
        this.text = text;
        this.types = types;
        this.subject = subject;
        this.variable = variable;
        this.scope = new Scope(dictionary, parameters, subject, null, Map.of(), false);
    }

    List<Problem> problems() {
        return problems;
    }

    /** The test; none if anything is wrong. A subject without conditions is tested by nothing: it always holds. */
    @Nullable
    Expr read(List<DrlShape.Part> parts, int line) {
        for (DrlShape.Part part : parts) {
            switch (part.quantifier()) {
                case PLAIN -> plain(part);
                case EXISTS -> listed(part, false);
                case NOT -> listed(part, true);
            }
        }
        if (!subjectSeen && problems.isEmpty()) {
            problems.add(text.problemAtLine(
                    line,
                    "SUBJECT",
                    "the conclusion names " + variable + ", but no pattern binds it",
                    "write " + variable + " : " + subject.ruleName() + "( … )"));
        }
        if (!problems.isEmpty()) {
            return null;
        }
        return tests.size() == 1 ? tests.get(0) : new Expr.And(List.copyOf(tests));
    }

    private void plain(DrlShape.Part part) {
        if (part.type().equals("Parameter")) {
            parameter(part);
        } else if (variable.equals(part.variable())) {
            if (!part.type().equals(subject.ruleName())) {
                problem(
                        part,
                        "SUBJECT",
                        variable + " must be a " + subject.ruleName() + " here, not " + part.type(),
                        null);
                return;
            }
            if (subjectSeen) {
                problem(part, "SUBJECT", variable + " is bound twice", null);
            }
            subjectSeen = true;
            scope = scope.with(variable, new Scope.Bound(Expr.Path.OWNER, subject, null));
            constraints(part, new Scope(dictionary, parameters, subject, null, scope.variables(), false));
        } else {
            single(part);
        }
    }

    private void parameter(DrlShape.Part part) {
        Matcher named = part.constraints().size() == 1
                ? PARAMETER.matcher(part.constraints().get(0).text())
                : null;
        if (named == null || !named.matches() || part.variable() == null) {
            problem(
                    part,
                    "PARAMETER",
                    "a parameter is bound by its name and nothing else",
                    "write $limit : Parameter( name == \"…\" )");
            return;
        }
        Parameter parameter = parameters.get(named.group(1));
        if (parameter == null) {
            problem(
                    part,
                    "PARAMETER",
                    "there is no parameter '" + named.group(1) + "' in parameters.csv",
                    Suggestion.didYouMean(named.group(1), parameters.keySet()));
            unbound.add("'" + part.variable() + "'");
            return;
        }
        scope = scope.with(part.variable(), new Scope.Bound(null, null, parameter));
    }

    private void single(DrlShape.Part part) {
        EntityType type = dictionary.byRuleName(part.type());
        if (type == null) {
            problem(
                    part,
                    "ENTITY",
                    "'" + part.type() + "' is nothing the facts dictionary knows",
                    Suggestion.didYouMean(part.type(), names()));
            return;
        }
        boolean root = type == dictionary.root();
        if (type == subject && part.variable() != null) {
            problem(
                    part,
                    "SUBJECT",
                    "the conclusion names " + variable + ", and here stands " + part.variable(),
                    "use one name for both");
            return;
        }
        if (!type.isSingle()) {
            problem(
                    part,
                    "LIST",
                    part.type() + " is a list: say whether one exists or none",
                    "write exists " + part.type() + "( … ) or not " + part.type() + "( … )");
            return;
        }
        Expr.Path path = root ? Expr.Path.CASE : new Expr.Path(Expr.From.CASE, 0, type);
        if (part.variable() != null) {
            if (scope.variables().containsKey(part.variable())) {
                problem(part, "VARIABLE", part.variable() + " is bound twice", "use another name");
            }
            scope = scope.with(part.variable(), new Scope.Bound(path, type, null));
        }
        List<Expr> before = List.copyOf(tests);
        constraints(part, new Scope(dictionary, parameters, type, null, scope.variables(), false));
        for (int i = before.size(); i < tests.size(); i++) {
            tests.set(i, Paths.rebase(tests.get(i), path));
        }
    }

    private void listed(DrlShape.Part part, boolean negated) {
        if (!subjectSeen) {
            problem(
                    part,
                    "ORDER",
                    "the subject must be bound above exists and not",
                    "put " + variable + " : " + subject.ruleName() + "( … ) first");
            return;
        }
        if (part.variable() != null) {
            problem(
                    part,
                    "VARIABLE",
                    "a pattern under exists or not binds no name",
                    "delete " + part.variable() + " :");
            return;
        }
        EntityType type = listType(part.type());
        if (type == null || !type.isList()) {
            problem(
                    part,
                    "ENTITY",
                    "'" + part.type() + "' is no list " + subject.ruleName() + " can be asked about",
                    Suggestion.didYouMean(part.type(), names()));
            return;
        }
        Expr.Path holder = holder(type);
        if (holder == null) {
            problem(part, "LIST", part.type() + " belongs to something inside a list", "declare a derived fact for it");
            return;
        }
        List<Expr> conditions = new ArrayList<>();
        boolean joined = false;
        for (DrlShape.Written written : part.constraints()) {
            Matcher join = JOIN.matcher(written.text());
            if (join.matches() && isJoin(type, join.group(1), join.group(2))) {
                joined = true;
                continue;
            }
            Expr condition =
                    condition(written, new Scope(dictionary, parameters, subject, type, scope.variables(), false));
            if (condition != null) {
                conditions.add(condition);
            }
        }
        if (!joined && holder.from() == Expr.From.OWNER && type.parent() != types.group()) {
            String parent = String.valueOf(type.parent());
            problem(part, "JOIN", part.type() + " is not joined to " + variable, "add " + parent + " == " + variable);
        }
        tests.add(new Expr.Exists(
                holder,
                type,
                conditions.isEmpty() ? null : conditions.size() == 1 ? conditions.get(0) : new Expr.And(conditions),
                negated));
    }

    private @Nullable EntityType listType(String ruleName) {
        if (ruleName.equals("Finding") && types.isRollUp(subject)) {
            return subject == types.group() ? types.groupFinding() : types.finding();
        }
        if (ruleName.equals("Group") && subject == types.standing()) {
            return types.group();
        }
        return dictionary.byRuleName(ruleName);
    }

    private Expr.@Nullable Path holder(EntityType type) {
        int up = 0;
        for (EntityType at = subject; at != null; at = at.parent(), up++) {
            if (type.parent() == at) {
                return at == dictionary.root() ? Expr.Path.CASE : new Expr.Path(Expr.From.OWNER, up, null);
            }
        }
        EntityType parent = type.parent();
        return parent != null && parent.isSingle() ? new Expr.Path(Expr.From.CASE, 0, parent) : null;
    }

    private boolean isJoin(EntityType type, String field, String to) {
        EntityType parent = type.parent();
        if (parent == null || !parent.name().equals(field)) {
            return false;
        }
        Scope.Bound bound = scope.variables().get(to);
        EntityType boundType = bound == null ? null : bound.type();
        return boundType != null && boundType.name().equals(parent.name());
    }

    private void constraints(DrlShape.Part part, Scope within) {
        for (DrlShape.Written written : part.constraints()) {
            Expr condition = condition(written, within);
            if (condition != null) {
                tests.add(condition);
            }
        }
    }

    private @Nullable Expr condition(DrlShape.Written written, Scope within) {
        try {
            return ExpressionParser.condition(written.text(), within);
        } catch (ExpressionException e) {
            // What could not be bound has been told where it should have been.
            if (e.code().equals("VARIABLE") && unbound.stream().anyMatch(e.message()::startsWith)) {
                return null;
            }
            problems.add(text.problem(written.offset() + e.offset(), e.code(), e.message(), e.advice()));
            return null;
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("Parameter"));
        dictionary.types().forEach(t -> names.add(t.ruleName()));
        return names;
    }

    private void problem(DrlShape.Part part, String code, String message, @Nullable String advice) {
        problems.add(text.problem(part.offset(), code, message, advice));
    }
}
