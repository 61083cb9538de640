package io.fairlead.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The commands around a child's own: a session of its own, so that Ctrl-C reaches only the launcher; a signal from the
 * kernel when the launcher dies; and fewer rights than root where the program insists. Each only where the tool exists.
 */
final class Wrapper {

    private static final String NOBODY = "65534";

    private final boolean root = "root".equals(System.getProperty("user.name"));
    private final boolean setsid = onPath("setsid").isPresent();
    private final boolean setpriv = onPath("setpriv").isPresent();
    private final boolean namespaces = root && onPath("unshare").isPresent() && works("unshare", "-U", "true");

    List<String> around(Launch launch) {
        List<String> command = new ArrayList<>();
        if (setsid) {
            command.add("setsid");
        }
        if (launch.wrapping() == Launch.Wrapping.NOT_ROOT) {
            command.addAll(notRoot());
        }
        // After unshare, which clears the signal.
        if (setpriv) {
            command.addAll(List.of("setpriv", "--pdeathsig", launch.stop().name()));
        }
        command.addAll(launch.command());
        return command;
    }

    /** What goes in front of a program that refuses to be root. */
    List<String> notRoot() {
        if (!root) {
            return List.of();
        }
        if (namespaces) {
            return List.of("unshare", "-U");
        }
        if (setpriv) {
            return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        }
        throw new LaunchException("PostgreSQL refuses to run as root and neither unshare nor setpriv is here: "
                + "run as another user, or point FAIRLEAD_DATABASE_URL at a running server");
    }

    /** Whether a program that must not be root becomes another user, who then must own its files. */
    boolean changesUser() {
        return root && !namespaces;
    }

    static Optional<Path> onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
