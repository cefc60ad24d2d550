package org.hqccp.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.hqccp.engine.DecisionProgram;
import org.hqccp.engine.Truth;
import org.hqccp.facts.Entity;
import org.hqccp.rulelanguage.Expr;
import org.jspecify.annotations.Nullable;

/** Goals that read some of the same facts, so that one edit may matter to several of them; and the search for edits that reach all. */
final class Component {
    private static final int MOST_PLACES = 8;

    /** A goal that can be read in any copy of the case. */
    record Part(Expr expr, boolean wanted, String owner) {
        static Part of(Goal goal) {
            return new Part(goal.expr(), goal.wanted(), goal.at().owner().pointer());
        }

        Goal in(Entity root) {
            return new Goal(expr, wanted, new Spot(Pointers.find(root, owner)));
        }
    }

    private record Node(Cost cost, List<CaseEdit> edits) {}

    private final DecisionProgram program;
    private final Unfolding unfolding;
    private final Changeable changeable;
    private final Entity original;
    private final List<Part> parts;
    private final Tries tries;
    private final PriorityQueue<Node> next = new PriorityQueue<>((a, b) -> a.cost.compareTo(b.cost));
    private final Set<String> seen = new HashSet<>();
    private ChangeSearch.@Nullable Found deadEnd;

    Component(
            DecisionProgram program,
            Unfolding unfolding,
            Changeable changeable,
            Entity original,
            List<Part> parts,
            Tries tries) {
        this.program = program;
        this.unfolding = unfolding;
        this.changeable = changeable;
        this.original = original;
        this.parts = parts;
        this.tries = tries;
        push(List.of());
    }

    private void push(List<CaseEdit> edits) {
        Cost cost = Cost.of(edits, original);
        if (cost.places() <= MOST_PLACES && seen.add(cost.order())) {
            next.add(new Node(cost, edits));
        }
    }

    /** The next smallest set of edits that reaches every goal; none when there is no more, or no more tries are left. */
    @Nullable
    List<CaseEdit> next() {
        while (!next.isEmpty() && tries.take()) {
            Node node = next.remove();
            EditedCase edited = EditedCase.of(original, node.edits);
            Goal open = open(edited.root());
            if (open == null) {
                return node.edits;
            }
            grow(node, edited, open);
        }
        return null;
    }

    /** The first goal that is not reached, as small as it can be cut. */
    private @Nullable Goal open(Entity root) {
        for (Part part : parts) {
            Goal goal = part.in(root);
            if (!goal.reached(program)) {
                return goal.smallest(unfolding).stream()
                        .filter(g -> !g.reached(program))
                        .findFirst()
                        .orElse(goal);
            }
        }
        return null;
    }

    /** Every edit that touches what an open goal reads, on top of those made: one of them must be part of any solution. */
    private void grow(Node node, EditedCase edited, Goal open) {
        Set<Entity> unfinished = unfinished(edited, open);
        Universe reads = new Universe(changeable, edited.added(), unfinished);
        new Candidates(program, unfolding, reads).of(open);
        Universe all = new Universe(changeable, edited.added(), unfinished);
        Candidates candidates = new Candidates(program, unfolding, all);
        parts.forEach(part -> candidates.of(part.in(edited.root())));
        Set<String> made = new HashSet<>();
        node.edits.forEach(e -> made.add(e.touches()));
        boolean grown = false;
        for (CaseEdit edit : all.edits()) {
            boolean again = made.contains(edit.touches()) && !(edit instanceof CaseEdit.Item);
            if (reads.reads().contains(edit.touches()) && !again) {
                List<CaseEdit> longer = new ArrayList<>(node.edits);
                longer.add(edit);
                push(List.copyOf(longer));
                grown = true;
            }
        }
        if (!grown && deadEnd == null) {
            ChangeSearch.Found here = ChangeSearch.Found.held(open.at().truth(open.expr(), program), reads);
            deadEnd = here.why() == NoChange.NONE ? null : here;
        }
    }

    /** New items that may say more: the one that the goal is about; all, where what they do not say may keep it open. */
    private Set<Entity> unfinished(EditedCase edited, Goal open) {
        if (open.at().truth(open.expr(), program) == Truth.UNKNOWN) {
            return edited.added();
        }
        Entity element = open.at().element();
        return Set.of(element == null ? open.at().owner() : element);
    }

    /** Why the smallest edits that led nowhere did; none if every try led on. */
    ChangeSearch.@Nullable Found deadEnd() {
        return deadEnd;
    }
}
