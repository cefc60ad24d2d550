package org.hqccp.json;

/** A document that is not well formed. */
public final class DocumentException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    public DocumentException(int line, int column, String message) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
