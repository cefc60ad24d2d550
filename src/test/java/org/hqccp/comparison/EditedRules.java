package org.hqccp.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.hqccp.rulelanguage.Problem;
import org.hqccp.ruleset.RuleFolder;
import org.hqccp.ruleset.RuleSet;
import org.hqccp.ruleset.RuleSetReader;

/** A rule folder with some words of its files replaced, as a person would edit it. */
final class EditedRules {
    private final SortedMap<String, String> files;

    private EditedRules(SortedMap<String, String> files) {
        this.files = files;
    }

    static EditedRules of(Path folder) {
        try {
            return new EditedRules(RuleFolder.read(folder, new ArrayList<>()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EditedRules replace(String file, String old, String young) {
        String name = files.keySet().stream()
                .filter(f -> f.endsWith(file))
                .findFirst()
                .orElseThrow();
        String text = files.getOrDefault(name, "");
        assertThat(text).contains(old);
        files.put(name, text.replace(old, young));
        return this;
    }

    EditedRules add(String file, String text) {
        files.put(file, text);
        return this;
    }

    EditedRules remove(String file) {
        assertThat(files.keySet().removeIf(f -> f.endsWith(file))).isTrue();
        return this;
    }

    RuleSet read() {
        List<Problem> problems = new ArrayList<>();
        RuleSet ruleSet = RuleSetReader.read(files, problems);
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(ruleSet);
    }
}
