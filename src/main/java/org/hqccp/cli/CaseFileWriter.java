package org.hqccp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hqccp.testcase.CaseSuggestions;
import org.hqccp.testcase.CaseText;

/** Adds cases to a rule's file of test cases as it is at that moment: what others wrote meanwhile stays. */
final class CaseFileWriter {
    private final Path folder;
    private final Path file;
    private final String begin;

    CaseFileWriter(Path folder, CaseSuggestions.Suggested suggested) {
        this.folder = folder;
        this.file = folder.resolve(suggested.file());
        this.begin = suggested.begin() == null ? "" : suggested.begin();
    }

    /** The file, from the name of the case folder on. */
    String shown() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName()) + "/" + folder.relativize(file);
    }

    /** Refuses a file that cases cannot be added to. */
    void check() throws IOException, Refusal {
        with(Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : begin, List.of());
    }

    void add(List<String> cases) throws IOException, Refusal {
        if (cases.isEmpty()) {
            return;
        }
        try (OneWriter alone = OneWriter.of(folder)) {
            boolean there = Files.exists(file);
            String text = there ? Files.readString(file, StandardCharsets.UTF_8) : begin;
            String with = with(text, cases);
            if (there && with.startsWith(text)) {
                alone.append(file, with.substring(text.length()));
            } else {
                alone.replace(file, with);
            }
        }
    }

    private String with(String text, List<String> cases) throws Refusal {
        String with = CaseText.with(text, cases);
        if (with == null) {
            throw new Refusal(shown() + " does not list its cases one below the other, under a line 'cases:'; "
                    + "nothing can be added to it. Mend it first: hqccp test tells what is wrong with it.");
        }
        return with;
    }
}
