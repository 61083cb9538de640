package io.fairlead.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind the scripts in deploy/. */
@Command(
        name = "fairlead-local",
        description = "Runs the whole Fairlead suite on one machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            TourCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        quietLibraries();
        CommandLine commands = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof LaunchException) {
                System.err.println("error: " + failure.getMessage());
            } else {
                failure.printStackTrace();
            }
            return 1;
        });
        System.exit(commands.execute(args));
    }

    private static void quietLibraries() {
        try (InputStream settings = Main.class.getResourceAsStream("/quiet.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
