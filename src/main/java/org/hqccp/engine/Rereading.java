package org.hqccp.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.AtomicExprDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConnectiveType;
import org.drools.drl.ast.descr.ConstraintConnectiveDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RelationalExprDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.parser.DrlExprParser;
import org.drools.drl.parser.DrlExprParserFactory;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.hqccp.engine.EmittedRule.Pattern;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Reads an emitted package the way Drools does and holds it against what was meant: a name or a literal that were read as code would show
 * here, before anything is compiled.
 */
final class Rereading {
    /** The language that is emitted. Never DRL10, whose parser drops conditions without a word. */
    static final LanguageLevelOption LANGUAGE = LanguageLevelOption.DRL6;

    private Rereading() {}

    /** What Drools reads in an emitted package; a {@link Defect} if it is not what was meant. */
    static PackageDescr of(EmittedPackage meant) {
        return of(meant, meant.text());
    }

    static PackageDescr of(EmittedPackage meant, String text) {
        DrlParser parser = new DrlParser(LANGUAGE);
        PackageDescr read;
        try {
            read = parser.parse(false, text);
        } catch (DroolsParserException e) {
            throw new Defect("Drools cannot read an emitted package", e);
        }
        if (read == null || parser.hasErrors()) {
            throw new Defect("Drools finds " + parser.getErrors().size() + " faults in an emitted package");
        }
        same("the package", meant.name(), read.getName());
        declarations(meant, read);
        same("the number of rules", meant.rules().size(), read.getRules().size());
        for (int i = 0; i < meant.rules().size(); i++) {
            rule(meant.rules().get(i), read.getRules().get(i));
        }
        return read;
    }

    private static void declarations(EmittedPackage meant, PackageDescr read) {
        boolean more = !read.getImports().isEmpty()
                || !read.getGlobals().isEmpty()
                || !read.getFunctionImports().isEmpty()
                || !read.getAccumulateImports().isEmpty()
                || !read.getFunctions().isEmpty()
                || !read.getAttributes().isEmpty()
                || !read.getEnumDeclarations().isEmpty()
                || !read.getEntryPointDeclarations().isEmpty()
                || !read.getWindowDeclarations().isEmpty()
                || read.getUnit() != null;
        same("what the package declares beside types", false, more);
        Map<String, Map<String, String>> types = new LinkedHashMap<>();
        for (TypeDeclarationDescr type : read.getTypeDeclarations()) {
            Map<String, String> fields = new LinkedHashMap<>();
            type.getFields()
                    .forEach((name, field) -> fields.put(
                            name,
                            field.getPattern().getObjectType() + field.getAnnotationNames() + field.getInitExpr()));
            same(
                    "the supertypes of " + type.getTypeName(),
                    List.of(RowType.SUPERTYPE),
                    type.getSuperTypes().stream().map(t -> t.getFullName()).toList());
            types.put(type.getTypeName() + type.getAnnotationNames(), fields);
        }
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (RowType row : meant.rowTypes()) {
            Map<String, String> fields = new LinkedHashMap<>();
            row.fields().forEach((name, type) -> fields.put(name, type + "[]null"));
            rows.put(row.name() + "[]", fields);
        }
        same("the declared types", rows, types);
        same(
                "the order of the declared fields",
                rows.values().stream().map(f -> List.copyOf(f.keySet())).toList(),
                types.values().stream().map(f -> List.copyOf(f.keySet())).toList());
    }

    private static void rule(EmittedRule meant, RuleDescr read) {
        String place = "rule \"" + meant.name() + "\": ";
        same(place + "its name", meant.name(), read.getName());
        same(place + "its kind", RuleDescr.class, read.getClass());
        boolean more = !read.getAttributes().isEmpty()
                || read.hasParent()
                || !read.getNamedConsequences().isEmpty()
                || !read.getAnnotations().isEmpty()
                || read.hasErrors();
        same(place + "what it says beside condition and conclusion", false, more);
        same(
                place + "its consequence",
                "",
                String.valueOf(read.getConsequence()).strip());
        List<? extends BaseDescr> patterns = read.getLhs().getDescrs();
        same(place + "the number of its patterns", meant.patterns().size(), patterns.size());
        for (int i = 0; i < patterns.size(); i++) {
            pattern(place, meant.patterns().get(i), patterns.get(i));
        }
    }

    private static void pattern(String place, Pattern meant, BaseDescr read) {
        PatternDescr pattern = switch (meant.quantifier()) {
            case PLAIN -> only(List.of(read));
            case EXISTS -> only(read instanceof ExistsDescr exists ? exists.getDescrs() : List.of());
            case NOT -> only(read instanceof NotDescr not ? not.getDescrs() : List.of());
        };
        if (pattern == null) {
            throw unlike(
                    place + "a pattern", meant.quantifier(), read.getClass().getSimpleName());
        }
        boolean more = pattern.getSource() != null
                || pattern.isQuery()
                || pattern.isUnification()
                || !pattern.getBehaviors().isEmpty()
                || !pattern.getAnnotations().isEmpty();
        same(place + "what a pattern says beside constraints", false, more);
        same(place + "the type of a pattern", meant.type(), pattern.getObjectType());
        same(
                place + "the name a pattern binds",
                String.valueOf(meant.variable()),
                String.valueOf(pattern.getIdentifier()));
        List<? extends BaseDescr> constraints = pattern.getConstraint().getDescrs();
        same(place + "the number of constraints", meant.constraints().size(), constraints.size());
        for (int i = 0; i < constraints.size(); i++) {
            constraint(place, meant.constraints().get(i), constraints.get(i));
        }
    }

    private static void constraint(String place, Constraint meant, BaseDescr read) {
        if (!(read instanceof ExprConstraintDescr constraint)) {
            throw unlike(place + "a constraint", meant.text(), read.getClass().getSimpleName());
        }
        same(place + "a constraint", meant.text(), constraint.getExpression());
        DrlExprParser parser = DrlExprParserFactory.getDrlExprParser(LANGUAGE);
        ConstraintConnectiveDescr parsed = parser.parse(constraint.getExpression());
        if (parsed == null || parser.hasErrors()) {
            throw new Defect(place + "Drools cannot read the constraint " + meant.text());
        }
        same(place + "the meaning of a constraint", meant, meaning(parsed));
    }

    /** What Drools reads in a constraint; none if it is nothing that is ever meant. */
    private static @Nullable Constraint meaning(BaseDescr read) {
        if (read instanceof ConstraintConnectiveDescr joined && !joined.isNegated()) {
            List<Constraint> parts = new ArrayList<>();
            for (BaseDescr part : joined.getDescrs()) {
                Constraint meaning = meaning(part);
                if (meaning == null) {
                    return null;
                }
                parts.add(meaning);
            }
            return parts.size() == 1 || joined.getConnective() == ConnectiveType.AND
                    ? Constraint.all(parts)
                    : joined.getConnective() == ConnectiveType.OR ? Constraint.any(parts) : null;
        }
        if (read instanceof RelationalExprDescr compared
                && compared.getLeft() instanceof AtomicExprDescr left
                && compared.getRight() instanceof AtomicExprDescr right) {
            String operator = (compared.isNegated() ? "not " : "") + compared.getOperator();
            return new Constraint.Comparison(left.getExpression(), operator, right.getExpression());
        }
        return null;
    }

    private static @Nullable PatternDescr only(List<?> descrs) {
        return descrs.size() == 1 && descrs.get(0) instanceof PatternDescr pattern ? pattern : null;
    }

    private static void same(String what, Object meant, @Nullable Object read) {
        if (!meant.equals(read)) {
            throw unlike(what, meant, read);
        }
    }

    private static Defect unlike(String what, Object meant, @Nullable Object read) {
        return new Defect("Drools reads an emitted package otherwise than it was meant: " + what + ": meant " + meant
                + ", read " + read);
    }
}
