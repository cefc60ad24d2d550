package org.hqccp.ruleset;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactClass;
import org.hqccp.facts.FactType;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Suggestion;
import org.hqccp.json.Node;
import org.hqccp.rulelanguage.DecisionModel;
import org.hqccp.rulelanguage.Fields;
import org.hqccp.rulelanguage.RollUpTypes;
import org.jspecify.annotations.Nullable;

/** Reads one {@code decision.yaml}. */
final class DecisionReader {
    private final FactsDictionary dictionary;
    private final Fields fields;
    private final List<DictionaryReader.Written> written = new ArrayList<>();

    DecisionReader(FactsDictionary dictionary, Fields fields) {
        this.dictionary = dictionary;
        this.fields = fields;
    }

    /** The decision's own derived facts, as written. */
    List<DictionaryReader.Written> written() {
        return written;
    }

    /** What a part is about: a list of the case, or a list or given fact of one of its single things. */
    private void needed(String part, String paths, List<String> includes) {
        if (!includes.contains(part)) {
            fields.problem(
                    fields.place("needs", part),
                    "DECISION",
                    "'" + part + "' is no part of this decision",
                    Suggestion.didYouMean(part, includes));
        }
        for (String path : paths.split("\\s*;\\s*")) {
            needed(path, paths);
        }
    }

    private void needed(String path, String written) {
        int dot = path.indexOf('.');
        EntityType root = dictionary.root();
        EntityType holder = dot < 0 ? root : root.child(path.substring(0, dot));
        String name = path.substring(dot + 1);
        Fact fact = holder == null ? null : holder.fact(name);
        EntityType list = holder == null ? null : holder.child(name);
        boolean held = list != null && list.isList() || fact != null && !fact.derived();
        if (holder == null || dot >= 0 && holder.isList() || !held) {
            fields.problem(
                    fields.place("needs", written),
                    "FACT",
                    "'" + path + "' is no list or fact that a case holds once",
                    "write a list such as programs, or one of a single thing such as student.gradeLevel");
        }
    }

    @Nullable
    DecisionModel read(String folder, Set<String> decisions) {
        String name = fields.required("decision", "name it after its folder");
        if (!folder.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || folder.length() > 60) {
            fields.problem(
                    null,
                    "NAME",
                    "the folder's name is no name for a decision",
                    "write it in small letters with dashes");
            return null;
        }
        if (!name.equals(folder)) {
            fields.problem(
                    fields.node("decision"),
                    "NAME",
                    "the decision in the folder '" + folder + "' calls itself '" + name + "'",
                    "write decision: " + folder);
        }
        String title = fields.required("title", "write the question it answers");
        List<String> includes = fields.list("includes");
        for (String included : includes) {
            if (!decisions.contains(included)) {
                fields.problem(
                        fields.place("includes", included),
                        "DECISION",
                        "'" + included + "' is no decision of this folder",
                        Suggestion.didYouMean(included, decisions));
            }
        }
        Map<String, String> needs = fields.texts("needs");
        needs.forEach((part, paths) -> needed(part, paths, includes));
        if (!includes.isEmpty()) {
            Map<String, String> outcomes = fields.texts("outcomes");
            String several = fields.text("several");
            fields.end();
            return new DecisionModel(
                    folder,
                    title,
                    null,
                    Set.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    outcomes,
                    several,
                    List.of(),
                    Map.of(),
                    List.of(),
                    null,
                    List.of(),
                    includes,
                    needs,
                    fields.file());
        }
        EntityType subject = dictionary.type(fields.required("subject", "name the entity it is about"));
        if (subject == null) {
            fields.problem(
                    fields.node("subject"),
                    "ENTITY",
                    "'" + fields.text("subject") + "' is nothing the dictionary declares",
                    Suggestion.didYouMean(
                            String.valueOf(fields.text("subject")),
                            dictionary.types().stream().map(EntityType::name).toList()));
            return null;
        }
        if (subject.parent() != dictionary.root()) {
            fields.problem(
                    fields.node("subject"), "ENTITY", "a decision is about something the case holds directly", null);
        }
        List<String> statuses = fields.list("statuses");
        Map<String, String> outcomes = fields.texts("outcomes");
        if (outcomes.isEmpty()) {
            fields.problem(null, "MISSING", "'outcomes' is missing", "list them, the one that goes first first");
        }
        RollUpTypes types = RollUpTypes.about(subject, statuses, outcomes.keySet());
        ownFacts(types);
        DecisionModel model = new DecisionModel(
                folder,
                title,
                types,
                reads(),
                mayRead(),
                groups(),
                statuses,
                outcomes,
                fields.text("several"),
                fields.list("values"),
                fields.texts("ranks"),
                ties(),
                fields.text("last-option"),
                fields.list("shares"),
                List.of(),
                Map.of(),
                fields.file());
        fields.end();
        return model;
    }

    private void ownFacts(RollUpTypes types) {
        fields.entries("facts").forEach((entity, facts) -> {
            EntityType type = entity.equals(RollUpTypes.GROUP)
                    ? types.group()
                    : entity.equals(types.subject().name()) ? types.standing() : null;
            if (type == null) {
                facts.problem(
                        null,
                        "ENTITY",
                        "a decision declares facts of group or of "
                                + types.subject().name(),
                        null);
                return;
            }
            for (String name : facts.names()) {
                Node node = facts.node(name);
                if (node != null) {
                    ownFact(type, name, facts, node);
                }
            }
        });
    }

    private void ownFact(EntityType type, String name, Fields facts, Node node) {
        Fields own = Fields.of(facts.file(), node, facts.problems());
        String expression = own.required("is", "write the expression that gives it");
        String label = own.required("label", "say in plain words what it is");
        String word = own.required("type", "one of the types of the facts dictionary");
        FactType factType = null;
        for (FactType each : FactType.values()) {
            if (each.word().equals(word)) {
                factType = each;
            }
        }
        EntityType base = type.isExtension() ? type.parent() : null;
        if (!name.matches("[a-z][A-Za-z0-9]{0,60}")) {
            own.problem(null, "NAME", "'" + name + "' is no name for a fact", "write it in camelCase");
        } else if (type.fact(name) != null || base != null && base.fact(name) != null) {
            own.problem(null, "DUPLICATE", "'" + name + "' is already a fact of " + type.name(), "use another name");
        } else if (factType == null && !word.isEmpty()) {
            own.problem(own.node("type"), "VALUE", "'" + word + "' is not a type", null);
        } else if (factType != null && !expression.isEmpty()) {
            Fact fact = Fact.found(
                    type, name, factType, label, own.texts("values"), own.flag("ordered"), own.text("unit"), true);
            written.add(new DictionaryReader.Written(type, fact, expression, own));
            type.add(fact);
        }
        own.end();
    }

    private Set<FactClass> reads() {
        Set<FactClass> reads = EnumSet.noneOf(FactClass.class);
        for (String name : fields.list("reads")) {
            if (name.equals("GREEN") || name.equals("AMBER")) {
                reads.add(FactClass.valueOf(name));
            } else {
                fields.problem(
                        fields.place("reads", name),
                        "CLASS",
                        "'" + name + "' is no class that rules may read",
                        "write GREEN or AMBER");
            }
        }
        return reads.isEmpty() ? EnumSet.of(FactClass.GREEN) : reads;
    }

    private Map<String, Set<String>> mayRead() {
        Map<String, Set<String>> exceptions = new LinkedHashMap<>();
        fields.entries("may-read").forEach((factClass, facts) -> {
            if (!factClass.equals("AMBER")) {
                fields.problem(fields.node("may-read"), "CLASS", "exceptions are for AMBER facts", null);
            }
            for (String fact : facts.names()) {
                exceptions.put(fact, new LinkedHashSet<>(facts.list(fact)));
            }
        });
        return exceptions;
    }

    private List<DecisionModel.Group> groups() {
        List<DecisionModel.Group> groups = new ArrayList<>();
        for (Fields group : fields.items("groups")) {
            groups.add(new DecisionModel.Group(
                    group.required("id", "the folder's name"),
                    group.required("title", "its name in plain words"),
                    group.flag("principle")));
            group.end();
        }
        return groups;
    }

    private List<DecisionModel.Tie> ties() {
        List<DecisionModel.Tie> ties = new ArrayList<>();
        for (Fields tie : fields.items("ties")) {
            String first = tie.required("first", "write true, low or high");
            DecisionModel.First order = switch (first.toLowerCase(Locale.ROOT)) {
                case "true", "yes" -> DecisionModel.First.YES;
                case "low" -> DecisionModel.First.LOW;
                default -> DecisionModel.First.HIGH;
            };
            ties.add(new DecisionModel.Tie(tie.required("fact", "a fact of the subject"), order));
            tie.end();
        }
        return ties;
    }
}
