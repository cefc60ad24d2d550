package org.hqccp.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.drl.ast.descr.PackageDescr;
import org.hqccp.facts.Entity;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.ResultSeverity;

/** The emitted package of one decision, compiled by Drools, and the way rows are made for it. */
final class DroolsProgram {
    private final KieBase base;
    private final String text;
    private final Map<RowType, RowMaker> makers = new HashMap<>();

    /**
     * Compiles what was emitted.
     *
     * @param afterCheck what happens to the package between its check and its compilation: nothing, but in tests
     */
    DroolsProgram(DrlEmitter emitter, UnaryOperator<PackageDescr> afterCheck) {
        EmittedPackage emitted = emitter.emitted();
        this.text = emitted.text();
        PackageDescr checked = afterCheck.apply(Rereading.of(emitted));
        this.base = compile(checked);
        long rules = base.getKiePackages().stream()
                .mapToLong(p -> p.getRules().size())
                .sum();
        if (rules != emitter.ruleCount()) {
            throw new Defect("Drools compiled " + rules + " rules of " + emitter.ruleCount() + " emitted ones");
        }
        for (RowType type : emitted.rowTypes()) {
            makers.put(type, new RowMaker(base.getFactType(emitted.name(), type.name()), type));
        }
    }

    /** A new base each time, never updateToVersion, which leaks classes on each reload. Any message of the builder is a fault. */
    private static KieBase compile(PackageDescr checked) {
        KnowledgeBuilderConfiguration configuration = KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration();
        configuration.setOption(Rereading.LANGUAGE);
        KnowledgeBuilderImpl builder = new KnowledgeBuilderImpl(configuration);
        builder.addPackage(checked);
        if (builder.hasResults(ResultSeverity.ERROR, ResultSeverity.WARNING, ResultSeverity.INFO)) {
            throw new Defect("Drools cannot compile an emitted package: "
                    + builder.getResults(ResultSeverity.ERROR, ResultSeverity.WARNING, ResultSeverity.INFO)
                            .iterator()
                            .next()
                            .getMessage());
        }
        return builder.newKieBase();
    }

    KieBase base() {
        return base;
    }

    /** The emitted DRL. */
    String text() {
        return text;
    }

    RowMaker maker(RowType type) {
        RowMaker maker = makers.get(type);
        if (maker == null) {
            throw new Defect("no rows for " + type.name());
        }
        return maker;
    }

    /** Makes rows of one type. */
    static final class RowMaker {
        private final MethodHandle create;
        private final MethodHandle setRow;
        private final @Nullable MethodHandle setOwner;
        private final MethodHandle[] setters;
        private final Column[] columns;

        RowMaker(FactType made, RowType type) {
            List<Column> read = type.columns();
            this.columns = read.toArray(Column[]::new);
            this.setters = new MethodHandle[columns.length];
            try {
                Class<?> rowClass = made.getFactClass();
                MethodHandles.Lookup lookup = MethodHandles.publicLookup();
                this.create = lookup.findConstructor(rowClass, MethodType.methodType(void.class))
                        .asType(MethodType.methodType(Object.class));
                this.setRow = setter(rowClass, "row", int.class);
                this.setOwner = type.holder() == null ? null : setter(rowClass, "owner", int.class);
                for (int i = 0; i < setters.length; i++) {
                    setters[i] = setter(rowClass, columns[i].name(), Object.class);
                }
            } catch (ReflectiveOperationException e) {
                throw new Defect("Drools made no row class for " + type.name(), e);
            }
        }

        private static MethodHandle setter(Class<?> rowClass, String field, Class<?> value)
                throws ReflectiveOperationException {
            String name = "set" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
            for (Method method : rowClass.getMethods()) {
                if (method.getName().equals(name)) {
                    return MethodHandles.publicLookup()
                            .unreflect(method)
                            .asType(MethodType.methodType(void.class, Object.class, value));
                }
            }
            throw new NoSuchMethodException(name);
        }

        /** The row of a subject, or of a list's element under its subject. */
        Object make(int row, int ownerRow, Entity owner, @Nullable Entity element) {
            try {
                Object made = create.invokeExact();
                setRow.invokeExact(made, row);
                if (setOwner != null) {
                    setOwner.invokeExact(made, ownerRow);
                }
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
}
