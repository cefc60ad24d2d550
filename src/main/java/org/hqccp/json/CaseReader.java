package org.hqccp.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Suggestion;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/** Reads a case from JSON into typed facts, strictly: every fault is told with its place, and none is guessed away. */
public final class CaseReader {
    /** The largest case, in bytes. */
    public static final int LARGEST = 262_144;

    private static final int MOST_ELEMENTS = 200;
    private static final int MOST_PROBLEMS = 50;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxTokenCount(20_000)
                    .maxDocumentLength(LARGEST)
                    .maxStringLength(4_096)
                    .maxNameLength(128)
                    .maxNumberLength(32)
                    .build())
            .build();

    private final JsonParser parser;
    private final FactsDictionary dictionary;
    private final List<CaseProblem> problems = new ArrayList<>();
    private @Nullable String caseId;

    private CaseReader(JsonParser parser, FactsDictionary dictionary) {
        this.parser = parser;
        this.dictionary = dictionary;
    }

    /**
     * A case as it was read.
     *
     * @param caseId the sender's name for it
     * @param root its facts
     */
    public record Case(String caseId, Entity root) {}

    /** Reads a case; refuses it with every fault that was found. */
    public static Case read(byte[] json, FactsDictionary dictionary) throws CaseRefused {
        if (json.length > LARGEST) {
            throw new CaseRefused(
                    CaseRefused.Kind.TOO_LARGE,
                    List.of(problem(
                            "",
                            "too-large",
                            "the case is larger than " + LARGEST + " bytes",
                            "send one case of at most 256 KiB")));
        }
        try (JsonParser parser = JSON.createParser(json)) {
            CaseReader reader = new CaseReader(parser, dictionary);
            Entity root = reader.document();
            if (!reader.problems.isEmpty() || reader.caseId == null) {
                throw new CaseRefused(CaseRefused.Kind.INVALID, reader.problems);
            }
            return new Case(reader.caseId, root);
        } catch (StreamConstraintsException e) {
            throw malformed(
                    "limit",
                    "the JSON is nested too deeply, or a name, text or number in it is too long",
                    "see the limits in the documentation");
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            if (message.startsWith("Duplicate")) {
                throw malformed("duplicate-key", "a name stands twice in one object", "keep one of the two");
            }
            throw malformed("not-json", "the body is not well-formed JSON in UTF-8", "check it with a JSON validator");
        }
    }

    private static CaseRefused malformed(String code, String message, String advice) {
        return new CaseRefused(CaseRefused.Kind.MALFORMED, List.of(problem("", code, message, advice)));
    }

    private static CaseProblem problem(String pointer, String code, String message, @Nullable String advice) {
        return new CaseProblem(pointer, code, message, advice, List.of());
    }

    private void fault(String pointer, String code, String message, @Nullable String advice, List<String> allowed) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new CaseProblem(pointer, code, message, advice, allowed));
        }
    }

    private Entity document() throws IOException, CaseRefused {
        Entity root = new Entity(dictionary.root(), null, 0);
        if (parser.nextToken() == null) {
            throw malformed("empty", "the body is empty", "send one case as a JSON object");
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw malformed("not-an-object", "a case is a JSON object", "send { \"caseId\": …, \"asOf\": …, … }");
        }
        object(root, "");
        if (parser.nextToken() != null) {
            throw malformed("trailing", "something follows the case", "send one case");
        }
        if (caseId == null && problems.size() < MOST_PROBLEMS) {
            fault(
                    "/caseId",
                    "missing",
                    "the case has no caseId",
                    "give it a name of your own, not a student's",
                    List.of());
        }
        Fact asOf = dictionary.root().fact("asOf");
        if (asOf != null
                && root.get(asOf.slot()) instanceof Unknown
                && problems.stream().noneMatch(p -> p.pointer().equals("/asOf"))) {
            fault("/asOf", "missing", "the case has no decision date", "give asOf as 2026-08-01", List.of());
        }
        return root;
    }

    private void object(Entity entity, String pointer) throws IOException {
        EntityType type = entity.type();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Fact fact = type.fact(name);
            EntityType child = type.child(name);
            if (type.parent() == null && name.equals("caseId")) {
                readCaseId();
            } else if (fact != null && !fact.derived()) {
                Object value = CaseValue.read(parser, fact, pointer + "/" + name, this::fault);
                if (value != null) {
                    entity.set(fact.slot(), value);
                }
            } else if (child != null) {
                held(entity, child, pointer + "/" + name);
            } else {
                unknownName(type, name, pointer, fact != null);
                parser.skipChildren();
            }
        }
    }

    private void readCaseId() throws IOException {
        String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")) {
            fault(
                    "/caseId",
                    "bad-case-id",
                    "caseId is 1 to 64 letters, digits, dots, dashes, colons or underscores",
                    null,
                    List.of());
            parser.skipChildren();
        } else {
            caseId = text;
        }
    }

    private void held(Entity holder, EntityType child, String pointer) throws IOException {
        if (!child.isList()) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                fault(pointer, "wrong-type", child.label() + " is an object", null, List.of());
                parser.skipChildren();
                return;
            }
            Entity held = new Entity(child, holder, 0);
            holder.setSingle(child, held);
            object(held, pointer);
            return;
        }
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            CaseValue.unknown(parser, pointer, this::fault);
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            fault(
                    pointer,
                    "wrong-type",
                    "this is a list",
                    "send [ … ], or leave it out while it is not known",
                    List.of());
            parser.skipChildren();
            return;
        }
        List<Entity> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String at = pointer + "/" + elements.size();
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                fault(at, "wrong-type", child.label() + " is an object", null, List.of());
                parser.skipChildren();
                continue;
            }
            Entity element = new Entity(child, holder, elements.size());
            elements.add(element);
            object(element, at);
        }
        if (elements.size() > MOST_ELEMENTS) {
            fault(pointer, "too-many", "the list holds more than " + MOST_ELEMENTS + " elements", null, List.of());
        }
        keys(child, elements, pointer);
        holder.setElements(child, List.copyOf(elements));
    }

    /** Elements of a list the case holds directly are told apart by their key; inner lists may repeat it. */
    private void keys(EntityType type, List<Entity> elements, String pointer) {
        String key = type.key();
        Fact fact = key == null ? null : type.fact(key);
        if (fact == null || type.parent() != dictionary.root()) {
            return;
        }
        Set<Object> seen = new HashSet<>();
        for (Entity element : elements) {
            Object value = element.get(fact.slot());
            String at = pointer + "/" + element.index() + "/" + key;
            if (!(value instanceof String)) {
                fault(at, "missing", "each " + type.label() + " needs its " + fact.label(), null, List.of());
            } else if (!seen.add(value)) {
                fault(at, "duplicate-id", "two of the list have the same " + fact.label(), null, List.of());
            }
        }
    }

    private void unknownName(EntityType type, String name, String pointer, boolean derived) {
        if (name.startsWith("x-")) {
            return;
        }
        boolean plain = name.matches("[A-Za-z][A-Za-z0-9]{0,60}");
        String at = pointer + "/" + (plain ? name : "?");
        if (dictionary.isRed(type.name(), name)) {
            fault(
                    at,
                    "red-fact",
                    "this fact is never read in a decision about a student, and must not be sent",
                    "leave it out",
                    List.of());
        } else if (derived) {
            fault(
                    at,
                    "derived-fact",
                    "this is worked out from other facts and cannot be sent",
                    "leave it out",
                    List.of());
        } else {
            List<String> known = new ArrayList<>();
            type.facts().stream().filter(f -> !f.derived()).forEach(f -> known.add(f.name()));
            type.children().forEach(c -> known.add(c.jsonKey()));
            fault(
                    at,
                    "unknown-field",
                    "this is no fact of " + type.label(),
                    plain ? Suggestion.didYouMean(name, known) : null,
                    List.of());
        }
    }
}
