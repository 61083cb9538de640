package io.fairlead.testkit.process;

import java.io.IOException;

/** The signals to a process that Java does not send. */
public final class Signals {

    private Signals() {}

    /** SIGSTOP: it stands still wherever it is. */
    public static void stop(Process process) throws IOException {
        send("STOP", process);
    }

    /** SIGCONT: it goes on as if nothing had happened. */
    public static void resume(Process process) throws IOException {
        send("CONT", process);
    }

    private static void send(String signal, Process process) throws IOException {
        new ProcessBuilder("kill", "-" + signal, "" + process.pid())
                .start()
                .onExit()
                .join();
    }
}
