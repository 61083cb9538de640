package io.fairlead.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a process.
 *
 * @param name its name in messages, in the log folder and in deploy/status
 * @param command what to run
 * @param environment what it finds in its environment beyond the launcher's
 * @param log where its output goes
 * @param port the port it is known by
 * @param stop the signal that ends it in good order
 * @param wrapping whether it may run with the rights of root, which PostgreSQL refuses
 */
record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        int port,
        Signal stop,
        Wrapping wrapping) {

    enum Signal {
        TERM,
        INT
    }

    /** Whose rights it gets. */
    enum Wrapping {
        AS_IS,
        NOT_ROOT
    }

    Launch(String name, List<String> command, Map<String, String> environment, Path log, int port) {
        this(name, command, environment, log, port, Signal.TERM, Wrapping.AS_IS);
    }
}
