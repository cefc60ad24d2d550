package org.hqccp.comparison;

/** From what to what something went. */
public record Way(String from, String to) implements Comparable<Way> {
    @Override
    public int compareTo(Way other) {
        int first = from.compareTo(other.from);
        return first == 0 ? to.compareTo(other.to) : first;
    }
}
