package org.hqccp.rulelanguage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** A rule file that tries to run something is refused at its place, and runs nothing. {@code -Dexpected=rewrite} writes the texts anew. */
class HostileRulesTest {
    private static final Path SIDE_EFFECT = Path.of("probe");

    @TempDir
    private Path temp;

    @TestFactory
    Stream<DynamicTest> everyAttackIsRefusedAtItsPlaceAndRunsNothing() {
        return Corpus.of("hostile").stream()
                .map(folder -> dynamicTest(String.valueOf(folder.getFileName()), () -> isRefused(folder)));
    }

    private void isRefused(Path folder) throws IOException {
        Path laidOut = Corpus.laidOut(folder, temp.resolve(String.valueOf(folder.getFileName())));
        Probe.wasTouched();

        List<Problem> problems = Corpus.problems(laidOut);
        String told = Corpus.told(problems);

        assertThat(problems).isNotEmpty();
        assertThat(Corpus.withoutPlace(laidOut, problems)).isEmpty();
        assertThat(Probe.wasTouched()).isFalse();
        assertThat(SIDE_EFFECT).doesNotExist();
        assertThat(told).isEqualTo(Corpus.expected(folder, told));
    }

    @Test
    void thereAreAsManyAttacksAsPromised() {
        assertThat(Corpus.of("hostile")).hasSizeGreaterThanOrEqualTo(80);
    }

    /** The probe works: plain Drools runs it from the same places. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule x when Object( org.hqccp.rulelanguage.Probe.touch() ) then end",
                "rule x when eval( org.hqccp.rulelanguage.Probe.touch() ) then end",
                "rule x when $p : Object( ) from org.hqccp.rulelanguage.Probe.touch() then end",
                "rule x when Object( ) then org.hqccp.rulelanguage.Probe.touch(); end",
                "rule x when Object( ) then // note \\u000a org.hqccp.rulelanguage.Probe.touch();\n end",
                "rule x salience( org.hqccp.rulelanguage.Probe.touch() ? 1 : 2 ) when Object( ) then end",
                "function boolean go() { return org.hqccp.rulelanguage.Probe.touch(); } rule x when eval( go() ) then end",
            })
    void plainDroolsWouldRunIt(String drl) {
        Probe.wasTouched();
        KieSession session =
                new KieHelper().addContent(drl, ResourceType.DRL).build().newKieSession();
        try {
            session.insert("anything");
            session.fireAllRules();
        } finally {
            session.dispose();
        }

        assertThat(Probe.wasTouched()).isTrue();
        assertThat(Files.exists(SIDE_EFFECT)).isFalse();
    }
}
