package org.hqccp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hqccp.authoring.EditorSchemas;
import org.hqccp.facts.Plural;
import org.hqccp.service.RulesRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the schemas that editors complete and check rule files with. */
@Command(
        name = "schemas",
        description = {
            "Writes the schemas by which editors complete and check the YAML and CSV files while you type.",
            "They hold the names of all facts: run it after a fact was added or renamed."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp schemas                         into rules/.schemas, and rules/datapackage.json",
            "  hqccp schemas --rules ../my-rules     of another rule folder, into it"
        })
final class SchemasCommand implements Callable<Integer> {
    private final Screen screen;
    private final Folders folders;

    @Mixin
    private RulesOption rules = new RulesOption();

    SchemasCommand(Screen screen, Folders folders) {
        this.screen = screen;
        this.folders = folders;
    }

    @Override
    public Integer call() throws IOException, RulesRefused, Refusal {
        Path folder = folders.rules(rules.folder());
        int changed = 0;
        for (Map.Entry<String, String> file :
                EditorSchemas.of(CheckedRules.read(folder)).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                Files.writeString(path, file.getValue());
                screen.out().println("written: " + path);
                changed++;
            }
        }
        screen.out()
                .println(
                        changed == 0
                                ? "The schemas are as the rules have them."
                                : Plural.of(changed, "file") + " written.");
        screen.out().flush();
        return ExitCode.FINE.code();
    }
}
