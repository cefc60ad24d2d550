package org.hqccp.bench.handwritten;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hqccp.facts.Entity;
import org.hqccp.facts.EntityType;
import org.hqccp.facts.Unknown;
import org.jspecify.annotations.Nullable;

/** The given facts of one thing of a case, by name; null while not known. */
record Facts(Entity entity) {
    private @Nullable Object value(String name) {
        Object value = entity.get(name);
        return value instanceof Unknown ? null : value;
    }

    @Nullable
    Boolean yesNo(String name) {
        return (Boolean) value(name);
    }

    @Nullable
    Long whole(String name) {
        return (Long) value(name);
    }

    @Nullable
    BigDecimal number(String name) {
        return (BigDecimal) value(name);
    }

    @Nullable
    String text(String name) {
        return (String) value(name);
    }

    @Nullable
    LocalDate date(String name) {
        return (LocalDate) value(name);
    }

    @SuppressWarnings("unchecked") // the sets of a case hold texts
    @Nullable
    Set<String> texts(String name) {
        return (Set<String>) value(name);
    }

    @Nullable
    List<Facts> list(String jsonKey) {
        EntityType type = entity.type().child(jsonKey);
        List<Entity> elements = type == null ? null : entity.elements(type);
        return elements == null ? null : elements.stream().map(Facts::new).toList();
    }

    Facts single(String jsonKey) {
        EntityType type = entity.type().child(jsonKey);
        if (type == null) {
            throw new IllegalArgumentException("the dictionary has no " + jsonKey);
        }
        return new Facts(entity.single(type));
    }
}
