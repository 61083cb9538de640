package io.fairlead.job.worker;

import io.fairlead.job.log.LogLine;
import io.fairlead.job.process.LogLevel;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a process has written and nobody has stored yet. When that is too much, what follows is left out, and that is said. */
final class LogBuffer {

    static final int MOST = 1000;

    private final Clock clock;
    private final Deque<LogLine> lines = new ArrayDeque<>();
    private int leftOut;
    private LogLine note;
    private int noted;

    LogBuffer(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(LogLevel level, String message) {
        if (lines.size() >= MOST) {
            leftOut++;
            return;
        }
        if (leftOut > 0) {
            lines.add(leftOut());
            leftOut = 0;
            note = null;
        }
        lines.add(line(level, message));
    }

    private LogLine leftOut() {
        return line(LogLevel.WARN, leftOut + " lines were left out: they came too fast.");
    }

    private LogLine line(LogLevel level, String message) {
        String text = String.valueOf(message).replace('\0', '\ufffd');
        return new LogLine(clock.instant(), level, text.substring(0, Math.min(text.length(), LogLine.LONGEST)));
    }

    /** All that wait, and last how many were left out after them. */
    synchronized List<LogLine> waiting() {
        List<LogLine> all = new ArrayList<>(lines);
        if (leftOut > 0) {
            note = leftOut();
            noted = leftOut;
            all.add(note);
        }
        return List.copyOf(all);
    }

    /** These wait no more. */
    synchronized void stored(List<LogLine> stored) {
        for (LogLine line : stored) {
            if (lines.peekFirst() == line) {
                lines.removeFirst();
            } else if (line == note) {
                leftOut -= noted;
                note = null;
            }
        }
    }
}
