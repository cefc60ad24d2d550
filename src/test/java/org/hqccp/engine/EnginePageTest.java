package org.hqccp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** Every test that {@code docs/engine.md} names is there and runs. */
class EnginePageTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");

    @Test
    void everyTestNamedOnThePageIsATest() throws Exception {
        List<MatchResult> named = NAMED.matcher(Files.readString(Path.of("docs/engine.md")))
                .results()
                .toList();

        assertThat(named).hasSizeGreaterThan(30);
        for (MatchResult each : named) {
            assertThat(tests(each.group(1))).as(each.group(1)).contains(each.group(2));
        }
    }

    private static List<String> tests(String name) throws IOException, ClassNotFoundException {
        Path root = Path.of("src/test/java");
        try (Stream<Path> files = Files.walk(root)) {
            Path file =
                    files.filter(f -> f.endsWith(name + ".java")).findFirst().orElseThrow();
            String type = root.relativize(file)
                    .toString()
                    .replace(".java", "")
                    .replace('/', '.')
                    .replace('\\', '.');
            return Arrays.stream(Class.forName(type).getDeclaredMethods())
                    .filter(EnginePageTest::isTest)
                    .map(Method::getName)
                    .toList();
        }
    }

    private static boolean isTest(AnnotatedElement method) {
        return method.isAnnotationPresent(Test.class)
                || method.isAnnotationPresent(ParameterizedTest.class)
                || method.isAnnotationPresent(TestFactory.class);
    }
}
