package io.fairlead.cli;

import io.fairlead.cli.command.EquipmentCommand;
import io.fairlead.cli.command.JobCommand;
import io.fairlead.cli.command.MenuCommands;
import io.fairlead.cli.command.PowerCommand;
import io.fairlead.cli.command.ProcessCommand;
import io.fairlead.cli.command.ScheduleCommand;
import io.fairlead.cli.command.SensorCommand;
import io.fairlead.cli.command.SignInCommands;
import io.fairlead.cli.command.VesselCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The fairlead command. */
@Command(
        name = "fairlead",
        description = "The fleet from the command line.",
        mixinStandardHelpOptions = true,
        versionProvider = Fairlead.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SignInCommands.Login.class,
            SignInCommands.Logout.class,
            SignInCommands.WhoAmI.class,
            VesselCommand.class,
            EquipmentCommand.class,
            ScheduleCommand.class,
            SensorCommand.class,
            PowerCommand.class,
            ProcessCommand.class,
            JobCommand.class,
            MenuCommands.Menu.class,
            MenuCommands.Dish.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was done",
            "1:the service, or this program, erred",
            "2:the command line is wrong",
            "3:nobody is signed in",
            "4:you may not do this",
            "5:there is no such thing",
            "6:the service refused the request",
            "7:no answer, or come back later",
            "8:the watched job failed",
            "9:the watched job was called off"
        })
public final class Fairlead implements Runnable {

    @Spec
    private CommandSpec spec;

    private Fairlead() {}

    public static void main(String[] args) {
        System.exit(commandLine()
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    /** The commands, ready to be given arguments. */
    public static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new Fairlead());
        commands.addSubcommand("completion", new AutoComplete.GenerateCompletion());
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof CommandFailure reason) {
                        line.getErr().println("fairlead: " + reason.getMessage());
                        return reason.exit();
                    }
                    throw failure;
                });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Fairlead.class.getPackage().getImplementationVersion();
            return new String[] {"fairlead " + (version == null ? "of a source tree" : version)};
        }
    }
}
