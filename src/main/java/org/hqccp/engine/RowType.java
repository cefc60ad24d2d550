package org.hqccp.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.engine.Column.Coding;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** The flat rows Drools sees of one kind of thing: only what some rule reads, everything a rule needs in one place. */
final class RowType {
    /** What the rows of all types have. */
    static final String SUPERTYPE = Row.class.getName();

    private final String name;
    private final EntityType of;
    private final Expr.@Nullable Path holder;
    private final Compiler compiler;
    private final Map<Key, Column> columns = new LinkedHashMap<>();
    private final Set<Sought> sought = new LinkedHashSet<>();

    private record Key(Expr expr, Coding coding, @Nullable Fact ranked) {}

    /**
     * @param name its name in the emitted DRL
     * @param of what the rows show
     * @param holder where the list hangs, for elements of a list; none for subjects
     */
    RowType(String name, EntityType of, Expr.@Nullable Path holder, Compiler compiler) {
        this.name = name;
        this.of = of;
        this.holder = holder;
        this.compiler = compiler;
    }

    String name() {
        return name;
    }

    EntityType of() {
        return of;
    }

    Expr.@Nullable Path holder() {
        return holder;
    }

    List<Column> columns() {
        return new ArrayList<>(columns.values());
    }

    /**
     * The name of the column that shows a value in a coding; added if no rule has asked for it yet.
     *
     * @param ranked the fact whose codes give the order, for {@link Coding#RANK}
     */
    String column(Expr expr, Coding coding, @Nullable Fact ranked) {
        Key key = new Key(expr, coding, ranked);
        Column column = columns.get(key);
        if (column == null) {
            column = Column.of(nameOf(expr) + suffix(coding), coding, compiler.term(expr), ranked);
            columns.put(key, column);
        }
        return column.name();
    }

    /** The column that tells whether a list is known. */
    String listed(Expr.Exists exists) {
        Key key = new Key(new Expr.Exists(exists.holder(), exists.of(), null, false), Coding.LISTED, null);
        Column column = columns.get(key);
        if (column == null) {
            column = Column.listed("known" + columns.size() + "_" + exists.of().name(), exists.holder(), exists.of());
            columns.put(key, column);
        }
        return column.name();
    }

    /** Readable and, by its number, never twice the same. */
    private String nameOf(Expr expr) {
        int number = columns.size();
        if (expr instanceof Expr.FactValue value) {
            return "f" + number + "_" + value.fact().entity() + "_"
                    + value.fact().name();
        }
        if (expr instanceof Expr.ParameterValue parameter) {
            return "p" + number + "_" + parameter.parameter().name().replace('.', '_');
        }
        return "e" + number;
    }

    private static String suffix(Coding coding) {
        return switch (coding) {
            case WHOLE_LOW, DECIMAL_LOW -> "_low";
            case WHOLE_HIGH, DECIMAL_HIGH -> "_high";
            case RANK -> "_rank";
            default -> "";
        };
    }

    /** Takes down that a pattern looks for elements. */
    void lookedFor(@Nullable Expr where) {
        sought.add(Sought.by(where));
    }

    /** What patterns look for in elements. */
    List<Sought> sought() {
        return List.copyOf(sought);
    }

    /** The columns by name, with their Java types. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        columns.values().forEach(c -> fields.put(c.name(), c.javaType()));
        return fields;
    }

    /** Its declaration in the emitted DRL. */
    String declaration() {
        StringBuilder text = new StringBuilder("declare " + name + " extends " + SUPERTYPE + "\n");
        fields().forEach((field, type) ->
                text.append("  ").append(field).append(" : ").append(type).append('\n'));
        return text.append("end\n").toString();
    }
}
