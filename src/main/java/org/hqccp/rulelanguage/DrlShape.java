package org.hqccp.rulelanguage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Drools' own reading of a rule file (its DRL6 parser, never the DRL10 one), held against the white list of what may stand in it. */
final class DrlShape {
    private static final Pattern POSITION = Pattern.compile("(?s).*?[Ll]ine (\\d+):(\\d+).*");

    /** A pattern of the condition. */
    record Part(
            Quantifier quantifier,
            String type,
            @Nullable String variable,
            List<Written> constraints,
            int offset,
            int line) {}

    /** A constraint as it is written. */
    record Written(String text, int offset) {}

    /** How a pattern is meant. */
    enum Quantifier {
        PLAIN,
        EXISTS,
        NOT
    }

    private final RuleText text;
    private final List<Problem> problems = new ArrayList<>();

    private DrlShape(RuleText text) {
        this.text = text;
    }

    /** The one rule of the file, or none with the problems added. */
    static @Nullable RuleDescr rule(RuleText text, List<Problem> problems) {
        DrlShape shape = new DrlShape(text);
        RuleDescr rule = shape.read();
        problems.addAll(shape.problems);
        return shape.problems.isEmpty() ? rule : null;
    }

    /** The patterns of a rule's condition. */
    static List<Part> parts(RuleText text, RuleDescr rule, List<Problem> problems) {
        DrlShape shape = new DrlShape(text);
        List<Part> parts = shape.patterns(rule.getLhs());
        problems.addAll(shape.problems);
        return parts;
    }

    private @Nullable RuleDescr read() {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr read;
        try {
            read = parser.parse(false, text.text());
        } catch (DroolsParserException | RuntimeException e) {
            problems.add(text.problemAtLine(
                    1, "SYNTAX", "the file cannot be read as a rule", "compare it with another rule file"));
            return null;
        }
        if (parser.hasErrors() || read == null) {
            parser.getErrors().forEach(this::syntax);
            if (problems.isEmpty()) {
                problems.add(text.problemAtLine(
                        1, "SYNTAX", "the file cannot be read as a rule", "compare it with another rule file"));
            }
            return null;
        }
        whiteList(read);
        if (read.getRules().size() != 1) {
            int second = read.getRules().size() > 1 ? read.getRules().get(1).getLine() : 1;
            problems.add(text.problemAtLine(
                    second, "ONE_RULE", "the file holds " + read.getRules().size() + " rules", "one rule, one file"));
            return null;
        }
        RuleDescr rule = read.getRules().get(0);
        ruleWhiteList(rule);
        return rule;
    }

    private void syntax(DroolsError error) {
        Matcher position = POSITION.matcher(error.getMessage());
        int line = position.matches()
                ? Integer.parseInt(position.group(1))
                : error.getLines().length > 0 ? error.getLines()[0] : 1;
        int column = position.matches() ? Integer.parseInt(position.group(2)) + 1 : 0;
        String advice = SyntaxAdvice.forLine(text.line(line));
        if (advice == null && line > 1) {
            advice = SyntaxAdvice.forLine(text.line(line - 1));
            // Drools stumbles over the line that follows the mistake.
            line = advice == null ? line : line - 1;
            column = advice == null ? column : 0;
        }
        int unbalanced = text.unbalancedLine();
        if (advice == null && unbalanced > 0) {
            advice = "a parenthesis is missing or too many";
            line = unbalanced;
            column = 0;
        }
        int place = line;
        if (problems.stream().noneMatch(p -> p.line() == place)) {
            String message = "the rule cannot be read from here on";
            problems.add(
                    column > 0
                            ? new Problem(text.file(), line, column, "SYNTAX", message, advice)
                            : text.problemAtLine(line, "SYNTAX", message, advice));
        }
    }

    private void refuse(int line, String what, String advice) {
        problems.add(text.problemAtLine(line, "NOT_ALLOWED", what, advice));
    }

    private void whiteList(PackageDescr read) {
        if (!read.getName().isEmpty()) {
            refuse(1, "a package line may not stand in a rule file", "delete it");
        }
        if (!read.getImports().isEmpty()
                || !read.getFunctionImports().isEmpty()
                || !read.getAccumulateImports().isEmpty()) {
            refuse(1, "imports may not stand in a rule file", "rules read facts of the dictionary only");
        }
        if (!read.getFunctions().isEmpty()) {
            refuse(
                    read.getFunctions().get(0).getLine(),
                    "functions may not stand in a rule file",
                    "declare a derived fact");
        }
        if (!read.getGlobals().isEmpty()) {
            refuse(1, "globals may not stand in a rule file", "delete it");
        }
        if (!read.getTypeDeclarations().isEmpty()
                || !read.getEnumDeclarations().isEmpty()
                || !read.getEntryPointDeclarations().isEmpty()
                || !read.getWindowDeclarations().isEmpty()) {
            refuse(1, "declarations may not stand in a rule file", "declare facts in rules/facts");
        }
        if (!read.getAttributes().isEmpty()) {
            refuse(1, "attributes may not stand in a rule file", "delete it");
        }
    }

    private void ruleWhiteList(RuleDescr rule) {
        rule.getAttributes()
                .values()
                .forEach(a -> refuse(
                        a.getLine(),
                        "the attribute '" + a.getName() + "' may not stand in a rule",
                        "rules have no order: delete it"));
        if (rule.getParentName() != null) {
            refuse(rule.getLine(), "a rule may not extend another", "write its condition out");
        }
        if (!rule.getNamedConsequences().isEmpty()) {
            refuse(rule.getLine(), "a rule has one conclusion", "write a second rule");
        }
        if (rule.getClass() != RuleDescr.class) {
            refuse(rule.getLine(), "queries may not stand in a rule file", "write a rule");
        }
    }

    private List<Part> patterns(AndDescr lhs) {
        List<Part> parts = new ArrayList<>();
        for (BaseDescr descr : lhs.getDescrs()) {
            if (descr instanceof PatternDescr pattern) {
                add(parts, Quantifier.PLAIN, pattern);
            } else if (descr instanceof ExistsDescr exists
                    && only(exists.getDescrs()) instanceof PatternDescr pattern) {
                add(parts, Quantifier.EXISTS, pattern);
            } else if (descr instanceof NotDescr not && only(not.getDescrs()) instanceof PatternDescr pattern) {
                add(parts, Quantifier.NOT, pattern);
            } else {
                String word = WORDS.getOrDefault(descr.getClass().getSimpleName(), "this form");
                refuse(
                        descr.getLine(),
                        word + " may not stand in a condition",
                        "use one pattern a line, exists or not with one pattern, or a derived fact");
            }
        }
        return parts;
    }

    private static final Map<String, String> WORDS = Map.of(
            "EvalDescr", "eval",
            "OrDescr", "or between patterns",
            "AndDescr", "and between patterns",
            "ForallDescr", "forall",
            "ExistsDescr", "exists over a group",
            "NotDescr", "not over a group",
            "NamedConsequenceDescr", "do[…]",
            "ConditionalBranchDescr", "if … do");

    private static @Nullable Object only(List<?> descrs) {
        return descrs.size() == 1 ? descrs.get(0) : null;
    }

    private void add(List<Part> parts, Quantifier quantifier, PatternDescr pattern) {
        if (pattern.getSource() != null) {
            refuse(
                    pattern.getLine(),
                    "from, accumulate and collect may not stand in a condition",
                    "declare a derived fact");
            return;
        }
        if (pattern.isQuery()
                || !pattern.getBehaviors().isEmpty()
                || pattern.isUnification()
                || !pattern.getAnnotations().isEmpty()) {
            refuse(pattern.getLine(), "this pattern uses a form outside the language", "write Name( … )");
            return;
        }
        List<Written> constraints = new ArrayList<>();
        for (BaseDescr descr : pattern.getConstraint().getDescrs()) {
            if (descr instanceof ExprConstraintDescr constraint
                    && constraint.getType() == ExprConstraintDescr.Type.NAMED) {
                constraints.add(new Written(constraint.getExpression(), constraint.getStartCharacter()));
            } else {
                refuse(descr.getLine(), "a constraint is written without ; between them", "use commas");
            }
        }
        parts.add(new Part(
                quantifier,
                pattern.getObjectType(),
                pattern.getIdentifier(),
                constraints,
                pattern.getStartCharacter(),
                pattern.getLine()));
    }
}
