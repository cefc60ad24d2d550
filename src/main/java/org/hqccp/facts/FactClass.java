package org.hqccp.facts;

/** How freely a fact may be read (handbook G.1), from the freest to the most guarded. */
public enum FactClass {
    /** Any rule may read it. */
    GREEN,
    /** Support rules may read it; eligibility rules only by a named exception. */
    AMBER,
    /** No rule reads it; a case that carries it is refused. */
    RED;

    /** The more guarded of the two. */
    public FactClass and(FactClass other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
