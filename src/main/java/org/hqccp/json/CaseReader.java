package org.hqccp.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.facts.Unknown;
import org.hqccp.json.CaseFaults.Ended;
import org.jspecify.annotations.Nullable;

/** Reads a case from JSON into typed facts, strictly: every fault is told with its place, and none is guessed away. */
public final class CaseReader {
    /** The largest case, in bytes. */
    public static final int LARGEST = 262_144;

    private final CaseFaults faults;
    private final CaseTokens tokens;
    private final CaseValue values;
    private final UnreadNames unread;
    /** Of each kind of thing, what the names of the first one were: senders write all things of a kind alike. */
    private final Map<EntityType, List<@Nullable Fact>> orders = new IdentityHashMap<>();

    private @Nullable String caseId;

    private CaseReader(CaseTokens tokens, FactsDictionary dictionary, CaseFaults faults) {
        this.tokens = tokens;
        this.faults = faults;
        this.values = new CaseValue(tokens, faults);
        this.unread = new UnreadNames(dictionary, faults);
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
        try {
            return readOnce(json, dictionary);
        } catch (CaseRefused e) {
            if (e.problems().stream().noneMatch(p -> p.code().equals(ProblemCode.TOO_MANY_NAMES.word()))) {
                throw e;
            }
            // The crowd may be the names of cases before it.
            CaseTokens.forgetNames();
            return readOnce(json, dictionary);
        }
    }

    private static Case readOnce(byte[] json, FactsDictionary dictionary) throws CaseRefused {
        CaseFaults faults = new CaseFaults();
        try {
            bytes(json, faults);
            try (CaseTokens tokens = new CaseTokens(json, faults)) {
                CaseReader reader = new CaseReader(tokens, dictionary, faults);
                Entity root = new Entity(dictionary.root(), null, 0);
                reader.document(root);
                if (faults.isEmpty() && reader.caseId != null) {
                    return new Case(reader.caseId, root);
                }
            }
        } catch (Ended e) {
            // The faults say what ended it.
        }
        throw faults.refusal();
    }

    private static void bytes(byte[] json, CaseFaults faults) throws Ended {
        if (json.length > LARGEST) {
            throw faults.ended(
                    ProblemCode.TOO_LARGE,
                    "the case is larger than " + LARGEST + " bytes",
                    "send one case of at most 256 KiB");
        }
        if (Utf8.startsWithByteOrderMark(json)) {
            throw faults.ended(
                    ProblemCode.BYTE_ORDER_MARK,
                    "the body begins with a byte order mark",
                    "send UTF-8 without a byte order mark");
        }
        if (!Utf8.isValid(json)) {
            throw faults.ended(ProblemCode.NOT_UTF_8, "the body is not well-formed UTF-8", "send JSON in UTF-8");
        }
    }

    private void document(Entity root) throws Ended {
        if (tokens.next() == null) {
            throw faults.ended(ProblemCode.EMPTY, "the body is empty", "send one case as a JSON object");
        }
        if (tokens.current() == JsonToken.START_OBJECT) {
            object(root);
        } else {
            faults.add(
                    ProblemCode.NOT_AN_OBJECT,
                    "a case is a JSON object",
                    "send { \"caseId\": …, \"asOf\": …, … }; send several cases to the batch route");
            tokens.skip();
        }
        if (tokens.next() != null) {
            throw faults.ended(
                    ProblemCode.TRAILING_CONTENT,
                    "something follows the case",
                    "send one case, or several to the batch route");
        }
    }

    private void object(Entity entity) throws Ended {
        EntityType type = entity.type();
        CasePlace place = faults.place();
        SeenNames seen = new SeenNames(type);
        Fact needed = CaseShape.neededFact(type);
        List<@Nullable Fact> before = orders.get(type);
        List<@Nullable Fact> order = before == null ? new ArrayList<>() : null;
        place.in(entity);
        for (int position = 1; tokens.next() == JsonToken.FIELD_NAME; position++) {
            Fact likely = likely(before, position);
            String name = likely == null ? tokens.name() : likely.name();
            Fact fact = likely == null ? type.fact(name) : likely;
            if (order != null) {
                order.add(fact);
            }
            EntityType child = fact == null ? type.child(name) : null;
            boolean isNew;
            if (fact != null && !fact.derived()) {
                place.at(fact.name());
                isNew = seen.add(fact);
                tokens.next();
                Object value = values.read(fact, fact == needed);
                if (value != null) {
                    entity.set(fact.slot(), value);
                }
            } else if (child != null) {
                place.at(child.jsonKey());
                isNew = seen.add(child);
                tokens.next();
                held(entity, child);
                place.in(entity);
                place.at(child.jsonKey());
            } else {
                isNew = seen.add(name);
                tokens.next();
                other(type, name, position);
            }
            if (!isNew) {
                tokens.duplicate();
            }
            place.in(entity);
        }
        if (order != null) {
            orders.put(type, order);
        }
        needed(type, needed, seen);
    }

    /** The fact that stands at this place as it did in the first thing of the kind; none where another name does. */
    private @Nullable Fact likely(@Nullable List<@Nullable Fact> before, int position) {
        Fact likely = before != null && position <= before.size() ? before.get(position - 1) : null;
        return likely != null && tokens.isAt(likely.name()) ? likely : null;
    }

    private void held(Entity holder, EntityType child) throws Ended {
        JsonToken token = tokens.current();
        if (child.isList()) {
            if (token == JsonToken.START_ARRAY) {
                elements(holder, child);
            } else if (token == JsonToken.START_OBJECT) {
                Unknown unknown = values.unknown();
                if (unknown != null) {
                    holder.setUnknown(child, unknown);
                }
            } else {
                refuse(token, "this is a list", "send [ … ], or leave it out while it is not known");
            }
        } else if (token == JsonToken.START_OBJECT) {
            Entity held = new Entity(child, holder, 0);
            holder.setSingle(child, held);
            object(held);
        } else {
            refuse(token, child.label() + " is an object", "send { … }, or leave it out while nothing is known");
        }
    }

    private void refuse(JsonToken token, String message, String advice) throws Ended {
        if (token == JsonToken.VALUE_NULL) {
            faults.add(ProblemCode.NULL, "null does not say what is known", advice);
        } else {
            faults.add(ProblemCode.WRONG_TYPE, message, advice);
        }
        tokens.skip();
    }

    private void elements(Entity holder, EntityType child) throws Ended {
        CasePlace place = faults.place();
        List<Entity> elements = new ArrayList<>();
        int count = 0;
        for (; tokens.next() != JsonToken.END_ARRAY; count++) {
            place.in(holder);
            place.at(child.jsonKey());
            if (count >= CaseShape.MOST_ELEMENTS) {
                tokens.skip();
            } else if (tokens.current() == JsonToken.START_OBJECT) {
                Entity element = new Entity(child, holder, count);
                elements.add(element);
                object(element);
            } else {
                place.element(count);
                refuse(tokens.current(), child.label() + " is an object", "send { … } for each");
            }
        }
        place.in(holder);
        place.at(child.jsonKey());
        if (count > CaseShape.MOST_ELEMENTS) {
            faults.add(ProblemCode.TOO_MANY, "the list holds more than " + CaseShape.MOST_ELEMENTS + " elements", null);
        }
        Fact key = CaseShape.neededFact(child);
        if (key != null) {
            tellApart(elements, key);
        }
        holder.setElements(child, List.copyOf(elements));
    }

    /** Elements of a list the case holds directly are told apart by their key; inner lists may repeat it. */
    private void tellApart(List<Entity> elements, Fact key) {
        Set<Object> seen = new HashSet<>();
        for (Entity element : elements) {
            Object value = element.get(key.slot());
            if (value instanceof String && !seen.add(value)) {
                faults.place().in(element);
                faults.place().at(key.name());
                faults.add(
                        ProblemCode.DUPLICATE_ID,
                        "two " + element.type().jsonKey() + " have the same " + key.label(),
                        "give each its own");
            }
        }
    }

    /** A name that is neither a fact that is given nor a thing that is held. */
    private void other(EntityType type, String name, int position) throws Ended {
        if (type.parent() == null && name.equals(CaseShape.CASE_ID)) {
            faults.place().at(CaseShape.CASE_ID);
            caseId();
        } else if (name.startsWith(CaseShape.EXTENSION)) {
            tokens.skip();
        } else {
            unread.tell(type, name, position);
            tokens.skip();
        }
    }

    private void caseId() throws Ended {
        String text = tokens.current() == JsonToken.VALUE_STRING ? tokens.text() : "";
        if (text != null && Texts.isId(text)) {
            caseId = text;
        } else if (text != null) {
            faults.add(ProblemCode.BAD_ID, "caseId is " + ValueForms.ID, ValueForms.ID_ADVICE);
            tokens.skip();
        }
    }

    private void needed(EntityType type, @Nullable Fact fact, SeenNames seen) {
        if (type.parent() == null && !seen.has(CaseShape.CASE_ID)) {
            faults.place().at(CaseShape.CASE_ID);
            faults.add(ProblemCode.MISSING, "the case has no caseId", "give it a name of your own, not a student's");
        }
        if (fact != null && !seen.has(fact)) {
            faults.place().at(fact.name());
            faults.add(
                    ProblemCode.MISSING,
                    "each " + type.label() + " says its " + fact.label(),
                    fact.type().isDate() ? "send it as 2026-08-01" : "send it");
        }
    }
}
