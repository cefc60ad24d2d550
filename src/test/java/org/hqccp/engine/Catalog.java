package org.hqccp.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hqccp.engine.Surroundings.Name;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactType;
import org.hqccp.rulelanguage.Clock;
import org.hqccp.rulelanguage.Parameter;
import org.hqccp.rulelanguage.RollUpTypes;
import org.hqccp.rulelanguage.Trips;
import org.hqccp.ruleset.RuleSet;

/** What the policy about school trips lets conditions name, place by place. Grows while derived facts are written. */
final class Catalog {
    private static final RuleSet BASE = Trips.read(Trips.files());
    private final Map<String, List<Name>> facts = new LinkedHashMap<>();
    private final boolean derived;
    private final boolean words;

    /**
     * @param derived whether derived facts may be named
     * @param words whether roll-ups may read words that change when something becomes known ("UNKNOWN", whether a question is raised)
     */
    Catalog(boolean derived, boolean words) {
        this.derived = derived;
        for (EntityType type : BASE.dictionary().types()) {
            facts.put(type.name(), names(type));
        }
        RollUpTypes types = BASE.decisions().get(Trips.DECISION).ownTypes();
        this.words = words;
        List<String> changing = words ? List.of() : List.of("status", "asks", "concluded");
        facts.put("finding", without(names(types.finding()), changing));
        // What roll-ups decide is no part of what they read before.
        facts.put("group", without(names(types.group()), List.of("status")));
        facts.put("standing", without(names(types.standing()), List.of("outcome")));
    }

    private static List<Name> without(List<Name> names, List<String> left) {
        return names.stream().filter(name -> !left.contains(name.text())).toList();
    }

    /** From here on statuses of groups and outcomes can be named. */
    void addWhatIsDecided() {
        add("standing", new Name("outcome", FactType.ONE_OF, List.of("STAY", "GO"), false));
        if (words) {
            add("group", new Name("status", FactType.ONE_OF, List.of("NOT_MET", "UNKNOWN", "MET"), false));
        }
    }

    private List<Name> names(EntityType type) {
        List<Name> names = new ArrayList<>();
        for (Fact fact : type.facts()) {
            // The one fact that rules of this decision may not read.
            if (!fact.name().equals("allergies") && (derived || !fact.derived())) {
                names.add(new Name(
                        fact.name(), fact.type(), List.copyOf(fact.values().keySet()), fact.ordered()));
            }
        }
        return names;
    }

    void add(String entity, Name name) {
        List<Name> more = new ArrayList<>(facts.get(entity));
        more.add(name);
        facts.put(entity, more);
    }

    List<Name> of(String entity) {
        return facts.get(entity);
    }

    /** The single things of the case, as the dictionary reaches them. */
    private Surroundings singles(Surroundings where) {
        where.add("student.", of("student")).add("school.", of("school")).add("case.", of("case"));
        BASE.parameters().values().forEach(p -> parameter(where, "parameter( \"" + p.name() + "\" )", p));
        return where.withFunctions();
    }

    /** A parameter, by how it is written here. */
    static void parameter(Surroundings where, String text, Parameter parameter) {
        List<String> codes = parameter.unit().equals("code") ? List.of("EASY", "MIDDLE", "HARD") : List.of();
        where.add("", List.of(new Name(text, parameter.type(), codes, false)));
    }

    /** The parameters that rules may bind; without derived facts only numbers picked by the decision date. */
    List<Parameter> parameters() {
        return BASE.parameters().values().stream()
                .filter(p -> derived || (p.type().isNumber() && p.clock() == Clock.DECISION_DATE))
                .toList();
    }

    /** Where a derived fact of an entity is declared, or an annotation about it stands. */
    Surroundings dictionary(String entity) {
        Surroundings where = singles(new Surroundings()).add("", of(entity)).add("this.", of(entity));
        switch (entity) {
            case "trip" -> where.list("helpers", element("helper", "trip")).list("stops", element("stop", "trip"));
            case "helper", "stop" ->
                where.add("trip.", of("trip"))
                        .list("trip.helpers", element("helper", entity))
                        .list("trip.stops", element("stop", entity));
            case "school" -> where.list("buses", element("bus", entity));
            default -> {}
        }
        return where.list("trips", element("trip", entity)).list("school.buses", element("bus", entity));
    }

    /** The same for what a decision found about a trip, or a group of its rules. */
    Surroundings found(String entity) {
        Surroundings where = singles(new Surroundings());
        Surroundings finding = singles(new Surroundings()).add("", of("finding"));
        if (entity.equals("group")) {
            return where.add("", of("group")).list("findings", finding);
        }
        return where.add("", of("standing"))
                .add("", of("trip"))
                .list("findings", finding)
                .list("groups", singles(new Surroundings()).add("", of("group")))
                .list("helpers", element("helper", "trip"));
    }

    private Surroundings element(String element, String owner) {
        Surroundings where = singles(new Surroundings()).add("", of(element)).add("this.", of(owner));
        return owner.equals("trip") ? where.add("trip.", of("trip")) : where;
    }
}
