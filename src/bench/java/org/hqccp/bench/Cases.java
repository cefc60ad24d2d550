package org.hqccp.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Fact;
import org.hqccp.facts.FactsDictionary;
import org.hqccp.json.CaseReader;
import org.hqccp.json.CaseRefused;
import org.hqccp.json.DocumentException;
import org.hqccp.json.Documents;
import org.hqccp.json.Node;
import org.hqccp.json.YamlCase;

/** The cases that are timed. */
final class Cases {
    private static final Path SIX_PROGRAMS = Path.of("test-cases/base/student-grade-9.yaml");

    private Cases() {}

    /** One student and one program of every kind, all facts known: a base of the test cases. */
    static Node.Mapping base() {
        try {
            return (Node.Mapping) Documents.yaml(Files.readString(SIX_PROGRAMS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException("the base case is not sound", e);
        }
    }

    /** The base case as an application sends it. */
    static byte[] sixPrograms() {
        try {
            return Documents.toJson(YamlCase.json(base())).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Entity read(byte[] json, FactsDictionary dictionary) {
        try {
            return CaseReader.read(json, dictionary).root();
        } catch (CaseRefused e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }

    /** The same case with every program several times, under ids of their own. */
    static Entity widened(Entity original, FactsDictionary dictionary, int times) {
        Entity root = original.copy();
        EntityType programs = dictionary.root().child("programs");
        List<Entity> first = programs == null ? null : root.elements(programs);
        if (programs == null || first == null) {
            throw new IllegalStateException("the case holds programs");
        }
        List<Entity> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (Entity each : first) {
                all.add(again(each, root, all.size(), i));
            }
        }
        root.setElements(programs, List.copyOf(all));
        return root;
    }

    private static Entity again(Entity original, Entity parent, int index, int time) {
        EntityType type = original.type();
        Entity made = new Entity(type, parent, index);
        for (Fact fact : type.facts()) {
            Object value = fact.derived() ? null : original.get(fact.slot());
            if (value != null) {
                made.set(fact.slot(), fact.name().equals(type.key()) ? value + "-" + time : value);
            }
        }
        for (EntityType child : type.children()) {
            List<Entity> held = original.elements(child);
            if (held != null) {
                List<Entity> copies = new ArrayList<>();
                held.forEach(h -> copies.add(again(h, made, copies.size(), time)));
                made.setElements(child, List.copyOf(copies));
            }
        }
        return made;
    }
}
