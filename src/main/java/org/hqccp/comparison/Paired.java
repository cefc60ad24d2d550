package org.hqccp.comparison;

/** The same people under two rule sets: for how many something was so before, after, both times, never. */
public final class Paired {
    private long both;
    private long onlyBefore;
    private long onlyAfter;
    private long neither;

    public Paired() {}

    public Paired(long both, long onlyBefore, long onlyAfter, long neither) {
        this.both = both;
        this.onlyBefore = onlyBefore;
        this.onlyAfter = onlyAfter;
        this.neither = neither;
    }

    void add(boolean before, boolean after) {
        both += before && after ? 1 : 0;
        onlyBefore += before && !after ? 1 : 0;
        onlyAfter += !before && after ? 1 : 0;
        neither += !before && !after ? 1 : 0;
    }

    void add(Paired other) {
        both += other.both;
        onlyBefore += other.onlyBefore;
        onlyAfter += other.onlyAfter;
        neither += other.neither;
    }

    public long all() {
        return both + onlyBefore + onlyAfter + neither;
    }

    public long before() {
        return both + onlyBefore;
    }

    public long after() {
        return both + onlyAfter;
    }

    /** How far the share fell; negative where it rose. */
    public double fall() {
        return all() == 0 ? 0 : (double) (onlyBefore - onlyAfter) / all();
    }

    /** The interval of the fall, by Newcombe's score method for paired shares (his method 10). */
    public Interval interval() {
        return Interval.ofPairedDifference(both, onlyBefore, onlyAfter, neither);
    }
}
