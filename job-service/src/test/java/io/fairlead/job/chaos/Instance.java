package io.fairlead.job.chaos;

import io.fairlead.testkit.process.KillablePostgres;
import io.fairlead.testkit.process.Ports;
import io.fairlead.testkit.process.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One instance of the packaged service, behind a line of its own to PostgreSQL. It keeps its port when it starts again. */
final class Instance implements AutoCloseable {

    private final TcpProxy line;
    private final int port = Ports.free();
    private final Path log;
    private final List<String> settings;
    private ServiceProcess process;

    Instance(int postgres, Path log, List<String> settings) throws IOException {
        this.line = new TcpProxy(postgres);
        this.log = log;
        this.settings = new ArrayList<>(settings);
        this.settings.addAll(KillablePostgres.settings(line.port()));
        launch();
    }

    void launch() throws IOException {
        process = ServiceProcess.launch(port, log, settings);
    }

    ServiceProcess process() {
        return process;
    }

    TcpProxy line() {
        return line;
    }

    @Override
    public void close() {
        process.close();
        line.close();
    }
}
