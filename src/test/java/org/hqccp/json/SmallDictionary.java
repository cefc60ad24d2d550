package org.hqccp.json;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hqccp.facts.Ask;
import org.hqccp.facts.Changer;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.hqccp.facts.FactType;
import org.hqccp.facts.FactsDictionary;
import org.jspecify.annotations.Nullable;

/** A dictionary with a fact of each type: one student, a list of programs, and in each program a list of partners. */
final class SmallDictionary {
    /** A case with every fact in it. */
    static final String CASE = """
            {
              "caseId": "case-1",
              "asOf": "2026-08-01",
              "student": {
                "homeless": false,
                "gradeLevel": 9,
                "average": 91.25,
                "town": "Lynn",
                "born": "2011-02-28",
                "firstTerm": "2026-09",
                "birthday": "02-29",
                "wish": "EC",
                "languages": ["ES", "PT"],
                "grades": [9, 10],
                "clubs": ["chess", "caf\u00e9"]
              },
              "programs": [
                {"id": "health", "seats": 80, "partners": [{"name": "Hospital", "role": "EMPLOYER"}, {}]},
                {"id": "early-college", "seats": {"unknown": "not counted yet"}, "partners": []}
              ]
            }""";

    private SmallDictionary() {}

    static FactsDictionary dictionary() {
        FactsDictionary dictionary = new FactsDictionary();
        add(dictionary.root(), "asOf", FactType.DATE);
        EntityType student = hold(dictionary, dictionary.root(), "student", "student", false, null);
        add(student, "homeless", FactType.YES_NO);
        add(student, "gradeLevel", FactType.WHOLE_NUMBER, Map.of(), 6, 13);
        add(student, "average", FactType.NUMBER, Map.of(), null, 100);
        add(student, "town", FactType.TEXT);
        add(student, "born", FactType.DATE);
        add(student, "firstTerm", FactType.MONTH);
        add(student, "birthday", FactType.MONTH_DAY);
        add(student, "bell", FactType.TIME);
        add(student, "wish", FactType.ONE_OF, codes("EC", "ICP"), null, null);
        add(student, "languages", FactType.SET_OF, codes("ES", "PT", "HT"), null, null);
        add(student, "grades", FactType.SET_OF_NUMBERS, Map.of(), 6, 13);
        add(student, "clubs", FactType.SET_OF_TEXTS);
        add(student, "count", FactType.WHOLE_NUMBER);
        add(student, "size", FactType.NUMBER);
        derive(student, "ageOnDate");
        EntityType program = hold(dictionary, dictionary.root(), "program", "programs", true, "id");
        add(program, "id", FactType.TEXT);
        add(program, "seats", FactType.WHOLE_NUMBER, Map.of(), 0, null);
        EntityType partner = hold(dictionary, program, "partner", "partners", true, null);
        add(partner, "name", FactType.TEXT);
        add(partner, "role", FactType.ONE_OF, codes("EMPLOYER", "COLLEGE"), null, null);
        dictionary.refuse("student", "race", "race");
        dictionary.refuse("student", "genderIdentity", "gender identity");
        return dictionary;
    }

    private static EntityType hold(
            FactsDictionary dictionary,
            EntityType holder,
            String name,
            String jsonKey,
            boolean list,
            @Nullable String key) {
        EntityType type = holder.hold(name, name, jsonKey, list, key);
        dictionary.add(type);
        return type;
    }

    private static Map<String, String> codes(String... codes) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String code : codes) {
            values.put(code, "words for " + code);
        }
        return values;
    }

    private static void add(EntityType type, String name, FactType factType) {
        add(type, name, factType, Map.of(), null, null);
    }

    private static void add(
            EntityType type,
            String name,
            FactType factType,
            Map<String, String> values,
            @Nullable Integer min,
            @Nullable Integer max) {
        type.add(fact(type, name, factType, values, min, max, false));
    }

    private static void derive(EntityType type, String name) {
        type.add(fact(type, name, FactType.WHOLE_NUMBER, Map.of(), null, null, true));
    }

    private static Fact fact(
            EntityType type,
            String name,
            FactType factType,
            Map<String, String> values,
            @Nullable Integer min,
            @Nullable Integer max,
            boolean derived) {
        Map<String, String> refuses =
                name.equals("wish") ? Map.of("CH74", "This wish cannot be judged yet.") : Map.of();
        return new Fact(
                type.name(),
                name,
                type.nextSlot(),
                factType,
                values,
                false,
                refuses,
                name.equals("seats") ? "seats" : null,
                min == null ? null : BigDecimal.valueOf(min),
                max == null ? null : BigDecimal.valueOf(max),
                "label of " + name,
                new Ask(Ask.Mode.ROLE, "counselor", "What is the " + name + "?"),
                FactClass.GREEN,
                Changer.NOBODY,
                false,
                name.equals("gradeLevel") ? Map.of("sims", "DOE016") : Map.of(),
                derived);
    }
}
