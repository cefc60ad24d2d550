package org.hqccp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for applications says what is so, and its commands do what it shows. */
class HttpApiPageTest {
    private static final Path PAGE = Path.of("docs/http-api.md");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @Test
    void everyCommandGivesTheStatusAndTheTextItShows() throws Exception {
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(10);
        try (TestServer server = RealRules.serve()) {
            for (String command : commands) {
                int end = command.lastIndexOf('\n');
                String shown = command.substring(end + 1);
                Answer answer = null;
                for (String curl : command.substring(0, end).split("\\|\\s*", -1)) {
                    answer = run(server, curl, answer);
                }

                assertThat(answer.status()).as(command).isEqualTo(Integer.parseInt(shown.substring(0, 3)));
                assertThat(answer.body()).as(command).contains(shown.substring(4));
            }
        }
    }

    /** What a curl command does; what is piped in is the body of the answer before. */
    private static Answer run(TestServer server, String curl, Answer before) throws Exception {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(curl);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        assertThat(words.subList(0, 2)).containsExactly("curl", "-s");
        List<String> headers = new ArrayList<>();
        String body = null;
        String path = null;
        for (int i = 2; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-H" -> headers.addAll(List.of(words.get(++i).split(": ", 2)));
                case "-d" -> body = words.get(++i);
                case "--data-binary" -> {
                    assertThat(words.get(++i)).isEqualTo("@-");
                    body = before.body();
                }
                default -> path = words.get(i).replaceFirst("^http://127\\.0\\.0\\.1:8080(?=/)", "");
            }
        }
        return body == null
                ? server.get(path, headers.toArray(String[]::new))
                : server.send("POST", path, BodyPublishers.ofString(body), headers.toArray(String[]::new));
    }

    /** Each command with the line that shows its answer. */
    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher block = Pattern.compile("(?s)```console\n(.*?)```").matcher(Files.readString(PAGE));
        while (block.find()) {
            for (String command : block.group(1).split("(?m)^\\$ ", -1)) {
                if (!command.isBlank()) {
                    commands.add(command.strip());
                }
            }
        }
        return commands;
    }

    @Test
    void itNamesEveryProblemWithItsStatus() throws IOException {
        String page = Files.readString(PAGE);
        for (ProblemType type : ProblemType.values()) {
            assertThat(page).contains("| `" + type.word() + "` | " + type.status() + " |");
        }
    }

    @Test
    void itNamesEveryLimitWithItsStandard() throws IOException {
        String page = Files.readString(PAGE);
        for (Limit limit : Limit.values()) {
            assertThat(page).contains("| `" + limit.word() + "` | " + limit.standard() + " | " + limit.meaning());
        }
    }

    @Test
    void itNamesEveryRoute() throws Exception {
        String page = Files.readString(PAGE);
        try (TestServer server = TestServer.start()) {
            server.get("/nothing")
                    .problem(ProblemType.NO_SUCH_ROUTE)
                    .at("/errors/0/allowed")
                    .forEach(path -> assertThat(page)
                            .containsPattern("\\| `(GET|POST) " + Pattern.quote(path.asText()) + "` \\|"));
        }
    }
}
