package org.hqccp.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.facts.FactsDictionary;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/**
 * The conditions of staff run as plain DRL, word for word, on facts that are all known. Only fixed values are spelled in Drools' way (a date
 * as its day number), and a conclusion notes that the rule fired.
 */
final class RawRules {
    private static final String PACKAGE = "raw";
    private final FactsDictionary dictionary;
    private final KieBase base;

    /**
     * @param rules the lines of each condition, by the id of its rule; fixed values as {@link #spelled} spells them
     */
    RawRules(FactsDictionary dictionary, Map<String, List<String>> rules) {
        this.dictionary = dictionary;
        StringBuilder text = new StringBuilder("package " + PACKAGE + ";\nglobal java.util.Set fired;\n");
        text.append("declare Parameter\n  name : String\n  value : java.math.BigDecimal\nend\n");
        for (EntityType type : dictionary.types()) {
            if (type != dictionary.root()) {
                text.append("declare ").append(type.ruleName()).append('\n');
                type.facts().stream()
                        .filter(f -> !f.derived())
                        .forEach(f -> text.append("  %s : %s\n".formatted(f.name(), javaType(f))));
                EntityType parent = type.parent();
                if (parent != dictionary.root()) {
                    text.append("  %s : %s\n".formatted(parent.name(), parent.ruleName()));
                }
                text.append("end\n");
            }
        }
        rules.forEach((id, lines) ->
                text.append("rule \"%s\"\nwhen\n  %s\nthen\n  fired.add( \"%s \" + $trip.getId() );\nend\n"
                        .formatted(id, String.join("\n  ", lines), id)));
        this.base =
                new KieHelper().addContent(text.toString(), ResourceType.DRL).build();
    }

    private static String javaType(Fact fact) {
        return switch (fact.type()) {
            case YES_NO -> "Boolean";
            case WHOLE_NUMBER, NUMBER -> "java.math.BigDecimal";
            case TEXT -> "String";
            case DATE, MONTH, MONTH_DAY, TIME -> "Long";
            case ONE_OF -> fact.ordered() ? "Long" : "String";
            default -> "java.util.Set";
        };
    }

    /** A fixed value as Drools needs it: numbers as exact decimals, dates and days in the year as numbers, ordered codes by their place. */
    static String spelled(FactType type, String value) {
        return switch (type) {
            case WHOLE_NUMBER, NUMBER -> number(new BigDecimal(value)).toPlainString() + "B";
            case DATE, MONTH -> LocalDate.parse(value).toEpochDay() + "L";
            case MONTH_DAY, TIME -> Long.valueOf(value.replaceAll("[-:]", "")) + "L";
            case ONE_OF -> List.of("EASY", "MIDDLE", "HARD").indexOf(value) + "L";
            case YES_NO -> value;
            default -> '"' + value + '"';
        };
    }

    private static BigDecimal number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static Object value(Fact fact, Object value) {
        return switch (fact.type()) {
            case WHOLE_NUMBER -> BigDecimal.valueOf((Long) value);
            case NUMBER -> number((BigDecimal) value);
            case DATE, MONTH -> ((LocalDate) value).toEpochDay();
            case MONTH_DAY, TIME -> Long.valueOf(((String) value).replaceAll("[-:]", ""));
            case ONE_OF -> fact.ordered() ? (Object) (long) fact.rank((String) value) : value;
            case SET_OF_NUMBERS ->
                ((Set<?>) value)
                        .stream().map(v -> new BigDecimal((String) v)).collect(Collectors.toCollection(HashSet::new));
            default -> value;
        };
    }

    /** Which rules fire for which trips, {@code FX-01 id0}. */
    Set<String> fired(Entity root, Map<String, BigDecimal> parameters) throws ReflectiveOperationException {
        Set<String> fired = new TreeSet<>();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("fired", fired);
            for (Map.Entry<String, BigDecimal> parameter : parameters.entrySet()) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("name", parameter.getKey());
                fields.put("value", number(parameter.getValue()));
                session.insert(made("Parameter", fields));
            }
            for (Object row : rows(root, null)) {
                session.insert(row);
            }
            session.fireAllRules(10_000);
        } finally {
            session.dispose();
        }
        return fired;
    }

    private List<Object> rows(Entity entity, Object holder) throws ReflectiveOperationException {
        List<Object> rows = new ArrayList<>();
        Object row = null;
        if (entity.type() != dictionary.root()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (Fact fact : entity.type().facts()) {
                if (!fact.derived()) {
                    fields.put(fact.name(), value(fact, entity.get(fact.slot())));
                }
            }
            if (holder != null) {
                fields.put(entity.type().parent().name(), holder);
            }
            row = made(entity.type().ruleName(), fields);
            rows.add(row);
        }
        for (EntityType child : entity.type().children()) {
            List<Entity> held = child.isList() ? entity.elements(child) : List.of(entity.single(child));
            for (Entity each : held) {
                rows.addAll(rows(each, row));
            }
        }
        return rows;
    }

    private Object made(String type, Map<String, Object> fields) throws ReflectiveOperationException {
        org.kie.api.definition.type.FactType made = base.getFactType(PACKAGE, type);
        Object row = made.newInstance();
        fields.forEach((name, value) -> made.set(row, name, value));
        return row;
    }
}
