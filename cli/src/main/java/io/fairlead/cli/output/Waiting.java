package io.fairlead.cli.output;

import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows a person that something is going on, on standard error and only where that is a terminal. */
public final class Waiting implements AutoCloseable {

    private static final int OFTEN = 200;
    private static final String FRAMES = "|/-\\";
    private static final int UNKNOWN = -1;
    private static final int PERCENT = 100;

    private final ProgressBar bar;

    private Waiting(ProgressBar bar) {
        this.bar = bar;
    }

    /** Something that takes nobody knows how long. */
    public static Waiting forAnswer(Terminal terminal, String what) {
        return start(terminal, what, UNKNOWN);
    }

    /** Something that says how far it is. */
    public static Waiting forProgress(Terminal terminal, String what) {
        return start(terminal, what, PERCENT);
    }

    private static Waiting start(Terminal terminal, String what, int max) {
        if (!terminal.err()) {
            return new Waiting(null);
        }
        ProgressBarBuilder bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(max)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(OFTEN)
                .continuousUpdate()
                .clearDisplayOnFinish()
                .setConsumer(
                        new ConsoleProgressBarConsumer(System.err, terminal.columns() > 0 ? terminal.columns() : 80))
                .hideEta();
        if (max == UNKNOWN) {
            AtomicInteger frame = new AtomicInteger();
            bar.setRenderer((progress, length) ->
                    FRAMES.charAt(frame.getAndIncrement() % FRAMES.length()) + " " + progress.getTaskName());
        }
        return new Waiting(bar.build());
    }

    /** Shows how far it is, in percent, and what it does now. */
    public void show(int percent, String message) {
        if (bar != null) {
            bar.stepTo(percent);
            bar.setExtraMessage(message);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
