package io.fairlead.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.job.process.Execution;
import io.fairlead.job.process.NonRetryable;
import io.fairlead.job.process.Process;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that a test holds and lets go. */
@Singleton
public class Gate implements Process<Gate.Inputs, Gate.Outputs> {

    private static final Map<String, Signals> SIGNALS = new ConcurrentHashMap<>();

    /** Which gate to wait at, and what to do after it was opened. */
    public record Inputs(String gate, String then) {}

    /** The results. */
    public record Outputs(String text) {}

    /** The signals of one gate. */
    public static final class Signals {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicInteger runs = new AtomicInteger();

        public void awaitReached() throws InterruptedException {
            assertThat(reached.await(20, TimeUnit.SECONDS)).as("reached").isTrue();
        }

        public void awaitInterrupted() throws InterruptedException {
            assertThat(interrupted.await(20, TimeUnit.SECONDS))
                    .as("interrupted")
                    .isTrue();
        }

        public Signals open() {
            open.countDown();
            return this;
        }

        public int runs() {
            return runs.get();
        }
    }

    public static Signals at(String gate) {
        return SIGNALS.computeIfAbsent(gate, name -> new Signals());
    }

    public static String request(String gate, String then) {
        return """
               {"process":"gate","inputs":{"gate":"%s","then":"%s"}}""".formatted(gate, then);
    }

    @Override
    public String id() {
        return "gate";
    }

    @Override
    public Class<Inputs> inputType() {
        return Inputs.class;
    }

    @Override
    public Outputs run(Inputs inputs, Execution execution) throws InterruptedException {
        Signals signals = at(inputs.gate());
        signals.runs.incrementAndGet();
        execution.progress(42, "At the gate.");
        signals.reached.countDown();
        try {
            signals.open.await();
        } catch (InterruptedException e) {
            signals.interrupted.countDown();
            if (!inputs.then().equals("ignore-interrupt")) {
                throw e;
            }
            signals.open.await();
        }
        return switch (inputs.then()) {
            case "refuse" -> throw new NonRetryable("No such thing.");
            case "error" -> throw new IllegalStateException("secret detail");
            case "error-once" -> {
                if (signals.runs() == 1) {
                    throw new IllegalStateException("secret detail");
                }
                yield new Outputs("second time");
            }
            case "unpublishable" -> new Outputs("unpublishable");
            case "unstorable" -> new Outputs("a\0b");
            default -> new Outputs("done");
        };
    }
}
