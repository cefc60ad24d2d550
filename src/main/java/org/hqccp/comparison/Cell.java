package org.hqccp.comparison;

/** How many there are of a kind, and how many of those a change touches. */
public final class Cell {
    private long all;
    private long touched;

    void add(boolean isTouched) {
        all++;
        touched += isTouched ? 1 : 0;
    }

    void add(Cell other) {
        all += other.all;
        touched += other.touched;
    }

    public long all() {
        return all;
    }

    public long touched() {
        return touched;
    }
}
