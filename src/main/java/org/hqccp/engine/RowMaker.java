package org.hqccp.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import org.hqccp.facts.Entity;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.type.FactType;

/** Makes rows of one type. */
final class RowMaker {
    private final RowType type;
    private final MethodHandle create;
    private final MethodHandle[] setters;
    private final Column[] columns;
    private final Sought[] sought;
    private volatile @Nullable FindingTable soughtFindings;

    /**
     * @param made the class Drools made for the rows
     */
    RowMaker(FactType made, RowType type) {
        List<Column> read = type.columns();
        this.type = type;
        this.columns = read.toArray(Column[]::new);
        this.setters = new MethodHandle[columns.length];
        this.sought = type.sought().toArray(Sought[]::new);
        try {
            Class<?> rowClass = made.getFactClass();
            this.create = MethodHandles.publicLookup()
                    .findConstructor(rowClass, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Row.class));
            for (int i = 0; i < setters.length; i++) {
                setters[i] = setter(rowClass, columns[i].name());
            }
        } catch (ReflectiveOperationException e) {
            throw new Defect("Drools made no row class for " + type.name(), e);
        }
    }

    private static MethodHandle setter(Class<?> rowClass, String field) throws ReflectiveOperationException {
        String name = "set" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
        for (Method method : rowClass.getMethods()) {
            if (method.getName().equals(name)) {
                return MethodHandles.publicLookup()
                        .unreflect(method)
                        .asType(MethodType.methodType(void.class, Row.class, Object.class));
            }
        }
        throw new NoSuchMethodException(name);
    }

    RowType type() {
        return type;
    }

    /** Whether any pattern could match an element; where none could, Drools need not see it. */
    boolean isSought(List<Entity> elements, int place) {
        Truth known = elements instanceof Findings findings ? isSought(findings, findings.kind(place)) : null;
        return known == null ? isSought(elements.get(place)) : known == Truth.TRUE;
    }

    private @Nullable Truth isSought(Findings findings, int kind) {
        FindingTable known = soughtFindings;
        if (known == null || !known.isAbout(findings)) {
            known = new FindingTable(findings, like -> Truth.of(isSought(like)));
            soughtFindings = known;
        }
        return known.of(kind);
    }

    private boolean isSought(Entity element) {
        for (Sought each : sought) {
            if (each.couldBe(element)) {
                return true;
            }
        }
        return false;
    }

    /** The row of a subject, or of a list's element under its subject. */
    Row make(Entity owner, @Nullable Entity element) {
        try {
            Row made = (Row) create.invokeExact();
            for (int i = 0; i < setters.length; i++) {
                // Null too: the wrapper fields of the classes Drools makes start as false and 0, which would say
                // what is not known.
                @Nullable Object value = columns[i].read(owner, element);
                setters[i].invokeExact(made, value);
            }
            return made;
        } catch (Throwable e) {
            throw Defect.behind("a row could not be filled", e);
        }
    }
}
