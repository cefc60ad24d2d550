package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.hqccp.facts.Entity;
import org.jspecify.annotations.Nullable;

/** Puts one solution of each component together, the smallest together first. */
final class Combinations {
    private final Entity original;
    private final List<Component> components;
    private final List<List<List<CaseEdit>>> solutions = new ArrayList<>();
    private final PriorityQueue<Choice> open = new PriorityQueue<>((a, b) -> a.cost.compareTo(b.cost));
    private final Set<List<Integer>> seen = new HashSet<>();

    /** Which solution of each component is taken. */
    private record Choice(Cost cost, List<Integer> taken, List<CaseEdit> edits) {}

    Combinations(Entity original, List<Component> components) {
        this.original = original;
        this.components = components;
        components.forEach(c -> solutions.add(new ArrayList<>()));
        choose(components.stream().map(c -> 0).toList());
    }

    /** The next smallest; none when there is no more. */
    @Nullable
    List<CaseEdit> next() {
        Choice choice = open.poll();
        if (choice == null) {
            return null;
        }
        for (int i = 0; i < components.size(); i++) {
            List<Integer> other = new ArrayList<>(choice.taken);
            other.set(i, other.get(i) + 1);
            choose(other);
        }
        return choice.edits;
    }

    private void choose(List<Integer> taken) {
        if (!seen.add(taken)) {
            return;
        }
        List<CaseEdit> edits = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            List<CaseEdit> solution = solution(i, taken.get(i));
            if (solution == null) {
                return;
            }
            edits.addAll(solution);
        }
        open.add(new Choice(Cost.of(edits, original), taken, List.copyOf(edits)));
    }

    private @Nullable List<CaseEdit> solution(int component, int number) {
        List<List<CaseEdit>> known = solutions.get(component);
        if (known.size() == number) {
            List<CaseEdit> next = components.get(component).next();
            if (next == null) {
                return null;
            }
            known.add(next);
        }
        return known.size() > number ? known.get(number) : null;
    }
}
