package org.hqccp.page;

/** Text without colours, as wide as usual. */
record PlainLook() implements Look {
    @Override
    public int width() {
        return STANDARD_WIDTH;
    }

    @Override
    public String bold(String text) {
        return text;
    }

    @Override
    public String faint(String text) {
        return text;
    }

    @Override
    public String red(String text) {
        return text;
    }

    @Override
    public String green(String text) {
        return text;
    }

    @Override
    public String yellow(String text) {
        return text;
    }
}
