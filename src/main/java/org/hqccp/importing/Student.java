package org.hqccp.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the files say of one student: no more than the values of facts. */
final class Student implements Scope {
    private final String id;
    /** Where it was first met. */
    private final String file;

    private final long row;
    /** By number of the fact: a value, an {@link org.hqccp.facts.Unknown}, or nothing. */
    private final @Nullable Object[] values;
    /** By number of the fact: the line that first said something of it. */
    private final long[] rows;

    /** One bit for each row of the crosswalk that said something. */
    private final long[] said;

    private boolean onRoster;
    private boolean needsMember;
    private boolean member;

    Student(String id, String file, long row, int facts, int crosswalkRows) {
        this.id = id;
        this.file = file;
        this.row = row;
        this.values = new Object[facts];
        this.rows = new long[facts];
        this.said = new long[(crosswalkRows + 63) / 64];
    }

    String id() {
        return id;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public long row() {
        return row;
    }

    /** Of the record nothing is held. */
    @Override
    public List<String> get(String path) {
        return List.of();
    }

    @Override
    public List<Scope> parts(String path) {
        return List.of();
    }

    @Override
    public int column(String path) {
        return 0;
    }

    @Nullable
    Object get(int fact) {
        return values[fact];
    }

    void set(int fact, Object value, long line) {
        if (values[fact] == null) {
            rows[fact] = line;
        }
        values[fact] = value;
    }

    long line(int fact) {
        return rows[fact];
    }

    void said(int crosswalkRow) {
        said[crosswalkRow >> 6] |= 1L << crosswalkRow;
    }

    boolean hasSaid(int crosswalkRow) {
        return (said[crosswalkRow >> 6] & 1L << crosswalkRow) != 0;
    }

    /** It is one of the students, unless it is said to need confirming. */
    void enroll(boolean mustBeMember) {
        onRoster = true;
        needsMember |= mustBeMember;
    }

    void confirm() {
        member = true;
    }

    boolean isOnRoster() {
        return onRoster;
    }

    boolean isConfirmed() {
        return !needsMember || member;
    }
}
