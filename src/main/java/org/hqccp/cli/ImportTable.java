package org.hqccp.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.hqccp.importing.Noted;
import org.jspecify.annotations.Nullable;

/** The report of an import as a table, written as it comes; nowhere, where no file is named. */
final class ImportTable implements Consumer<Noted>, AutoCloseable {
    private final @Nullable Writer out;

    private ImportTable(@Nullable Writer out) {
        this.out = out;
    }

    static ImportTable open(@Nullable Path file) throws IOException {
        if (file == null) {
            return new ImportTable(null);
        }
        BufferedWriter writer = Files.newBufferedWriter(file);
        writer.write("what,file,row,column,element,times,message\n");
        return new ImportTable(writer);
    }

    @Override
    public void accept(Noted noted) {
        if (out == null) {
            return;
        }
        try {
            out.write(noted.kind().word() + "," + cell(noted.file()) + "," + (noted.row() == 0 ? "" : noted.row()) + ","
                    + (noted.column() == 0 ? "" : noted.column()) + ","
                    + cell(noted.element() == null ? "" : noted.element()) + "," + noted.times() + ","
                    + cell(noted.message()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of columns come from a file: no spreadsheet shall take one for a formula. */
    private static String cell(String text) {
        String safe = text.matches("[=+@\\-\t].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
