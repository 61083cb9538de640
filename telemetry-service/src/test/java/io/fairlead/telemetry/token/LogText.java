package io.fairlead.telemetry.token;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that is logged while it is open. */
final class LogText extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final StringBuffer text = new StringBuffer();

    private LogText() {}

    static LogText record() {
        LogText log = new LogText();
        ROOT.addHandler(log);
        return log;
    }

    String text() {
        return text.toString();
    }

    @Override
    public void publish(LogRecord record) {
        text.append(record.getMessage());
        for (Object parameter : record.getParameters() == null ? new Object[0] : record.getParameters()) {
            text.append(' ').append(parameter);
        }
        for (Throwable cause = record.getThrown(); cause != null; cause = cause.getCause()) {
            text.append(' ').append(cause);
        }
        text.append('\n');
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
