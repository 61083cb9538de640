package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** That the manual's page says what there is, and nothing else. */
class ManPageTest {

    private static final String OF_ALL = "OPTIONS";

    private final String page = plain(read());

    @Test
    void shouldHaveEveryCommandWithItsOptionsAndArguments() {
        assertThat(commands()).allSatisfy((command) -> {
            Optional<String> section = section(command.qualifiedName());
            assertThat(section).as(command.qualifiedName()).isPresent();
            for (OptionSpec option : command.options()) {
                assertThat(section.get() + section(OF_ALL).orElse(""))
                        .as(command.qualifiedName())
                        .contains(".TP\n" + names(option));
            }
            command.positionalParameters().forEach(argument -> assertThat(section.get())
                    .as(command.qualifiedName())
                    .contains(".TP\n" + argument.paramLabel().replaceAll("[<>]", "") + "\n"));
        });
    }

    @Test
    void shouldHaveNoOptionAndNoCommandThatThereIsNot() {
        List<String> names = commands().map(CommandSpec::qualifiedName).collect(Collectors.toList());
        names.add("fairlead completion");

        page.lines().filter(line -> line.startsWith(".SS ")).forEach(line -> assertThat(names)
                .anyMatch(name -> line.matches("\\.SS \"" + name + "( [\\[A-Z].*)?\"")));
        for (String name : names) {
            List<String> there = all(Fairlead.commandLine().getCommandSpec())
                    .filter(command -> command.qualifiedName().equals(name))
                    .flatMap(command -> command.options().stream())
                    .map(ManPageTest::names)
                    .toList();
            section(name)
                    .orElse("")
                    .lines()
                    .filter(line -> line.startsWith("-"))
                    .forEach(line -> assertThat(there).as(name).anyMatch(line::startsWith));
        }
    }

    @Test
    void shouldHaveEveryExitCode() {
        CommandSpec root = Fairlead.commandLine().getCommandSpec();

        assertThat(root.usageMessage().exitCodeList().keySet())
                .allSatisfy(code -> assertThat(page).contains(".B " + code + "\n"));
    }

    /** All but the completion, which is the library's and has a name of its own there. */
    private static Stream<CommandSpec> commands() {
        return Fairlead.commandLine().getSubcommands().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("completion"))
                .map(entry -> entry.getValue())
                .map(CommandLine::getCommandSpec)
                .flatMap(ManPageTest::all);
    }

    private static Stream<CommandSpec> all(CommandSpec command) {
        return Stream.concat(
                Stream.of(command),
                command.subcommands().values().stream().flatMap(each -> all(each.getCommandSpec())));
    }

    private static String names(OptionSpec option) {
        return Arrays.stream(option.names())
                .sorted((one, other) -> one.length() - other.length())
                .collect(Collectors.joining(", "));
    }

    /** What stands between a heading, which may tell arguments too, and the next. */
    private Optional<String> section(String name) {
        return Arrays.stream(page.split("(?m)^\\.S[SH] "))
                .filter(section -> section.matches("(?s)\"?" + name + "( [\\[A-Z][^\n]*)?\"?\n.*"))
                .findFirst();
    }

    /** Without fonts and escapes. */
    private static String plain(String roff) {
        return roff.replaceAll("\\\\f[BIR]", "").replace("\\-", "-").replace("\\e", "\\");
    }

    private static String read() {
        try {
            return Files.readString(Path.of("fairlead.1"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
