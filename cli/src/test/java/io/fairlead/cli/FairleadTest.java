package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands as such; what they do with services is tested with the whole suite, see deploy/local. */
class FairleadTest {

    @Test
    void shouldDescribeEveryCommandAndOption() {
        assertThat(all(Fairlead.commandLine().getCommandSpec())).allSatisfy(command -> {
            assertThat(command.usageMessage().description())
                    .as(command.qualifiedName())
                    .isNotEmpty();
            assertThat(command.args()).allSatisfy(argument -> assertThat(argument.description())
                    .as(command.qualifiedName() + " " + argument.paramLabel())
                    .isNotEmpty());
        });
    }

    @Test
    void shouldEndWithTheCodeForAWrongCommandLine() {
        assertThat(exit("job", "submit")).isEqualTo(Exit.USAGE);
        assertThat(exit("nothing")).isEqualTo(Exit.USAGE);
        assertThat(exit()).isEqualTo(Exit.USAGE);
        assertThat(exit("vessel", "list", "--url", "nowhere")).isEqualTo(Exit.USAGE);
        assertThat(exit("job", "log", "1", "--newest", "--all", "--url", "http://127.0.0.1:1"))
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void shouldEndWithTheCodeForNoAnswer() {
        assertThat(exit("menu", "--url", "http://127.0.0.1:1")).isEqualTo(Exit.UNAVAILABLE);
    }

    private static int exit(String... arguments) {
        CommandLine commands = Fairlead.commandLine();
        return commands.setErr(new PrintWriter(new StringWriter())).execute(arguments);
    }

    private static Stream<CommandSpec> all(CommandSpec command) {
        return Stream.concat(
                Stream.of(command),
                command.subcommands().values().stream().flatMap(each -> all(each.getCommandSpec())));
    }
}
