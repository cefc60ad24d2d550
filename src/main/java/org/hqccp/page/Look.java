package org.hqccp.page;

/** How a page looks where it is read: how wide it is, and whether in colours. */
public interface Look {
    /** The width of a page whose reader has told none. */
    int STANDARD_WIDTH = 100;

    /** How many letters a line may have. */
    int width();

    String bold(String text);

    String faint(String text);

    String red(String text);

    String green(String text);

    String yellow(String text);

    /** Text and nothing else, to file or to send. */
    static Look plain() {
        return new PlainLook();
    }
}
