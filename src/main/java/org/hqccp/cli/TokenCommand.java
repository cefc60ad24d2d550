package org.hqccp.cli;

import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.hqccp.http.Role;
import org.hqccp.http.Tokens;
import org.hqccp.page.Page;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a token for a caller. */
@Command(
        name = "token",
        description =
                "Makes a token for a caller of the service, and the line for the file that 'hqccp serve --tokens' reads.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  hqccp token student-portal --role application     may ask for decisions",
            "  hqccp token state-auditor --role auditor          may read rules"
        })
final class TokenCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(paramLabel = "NAME", description = "Who calls: letters, digits, dots, dashes, blanks.")
    private String name = "";

    @Option(names = "--role", required = true, paramLabel = "ROLE", description = "application or auditor.")
    private String role = "";

    TokenCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() throws Refusal {
        Role named = Role.named(role);
        if (named == null) {
            throw new Refusal("there is no role " + role + "; there are " + String.join(" and ", Role.words()) + ".");
        }
        if (!Tokens.isName(name)) {
            throw new Refusal("a name is 1 to 64 letters, digits, dots, dashes or blanks.");
        }
        Tokens.Issued issued = Tokens.issue(name, named, new SecureRandom());
        Page page = new Page(screen.width());
        page.line("The token. It is shown this once and kept nowhere; treat it as a password:");
        page.blank();
        page.line("  " + screen.bold(issued.token()));
        page.blank();
        page.line("Its line for the file of tokens, whose first line is " + Tokens.HEADER + ":");
        page.blank();
        page.line("  " + issued.holder().line());
        screen.out().print(page);
        screen.out().flush();
        return ExitCode.FINE.code();
    }
}
