package io.fairlead.job.chaos;

import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.process.Signals;
import java.io.File;
import java.io.IOException;
import java.net.URI;

/** A Python worker as a process of its own, behind a line of its own to one instance of the service. */
final class OutsideWorker implements AutoCloseable {

    private final TcpProxy line;
    private final File log;
    private Process process;

    OutsideWorker(String service, File log) throws IOException {
        this.line = new TcpProxy(URI.create(service).getPort());
        this.log = log;
        start();
    }

    private void start() throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                "python3",
                "src/test/python/outside.py",
                "http://127.0.0.1:" + line.port(),
                "outside",
                "outside-licensed");
        command.environment().put("FAIRLEAD_TOKEN", Tokens.worker());
        process = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    TcpProxy line() {
        return line;
    }

    void freeze() throws IOException {
        Signals.stop(process);
    }

    void thaw() throws IOException {
        Signals.resume(process);
    }

    /** SIGKILL; another one takes its place. */
    void replace() throws IOException {
        process.destroyForcibly().onExit().join();
        start();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        line.close();
    }
}
