package org.hqccp.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import org.hqccp.page.Look;

/**
 * Where commands read and print.
 *
 * @param out results
 * @param err errors and progress
 * @param in what is piped in
 * @param watched whether a person looks on, so that progress is worth showing
 * @param coloured whether colours are welcome
 * @param width how many letters a line may have
 */
record Screen(PrintWriter out, PrintWriter err, InputStream in, boolean watched, boolean coloured, int width)
        implements Look {
    @Override
    public String bold(String text) {
        return paint("1", text);
    }

    @Override
    public String faint(String text) {
        return paint("2", text);
    }

    @Override
    public String red(String text) {
        return paint("31", text);
    }

    @Override
    public String green(String text) {
        return paint("32", text);
    }

    @Override
    public String yellow(String text) {
        return paint("33", text);
    }

    private String paint(String code, String text) {
        return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
