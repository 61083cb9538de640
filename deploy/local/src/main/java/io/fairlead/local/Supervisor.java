package io.fairlead.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Owns the children: starts them, writes them down, brings back those that die, and stops all of them in the end. */
final class Supervisor {

    private static final List<String> FOUNDATIONS = List.of("postgres", "kafka");
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STABLE = Duration.ofMinutes(1);

    private final Forker forker;
    private final Ledger ledger;
    private final Progress progress;
    private final Ledger.Addresses addresses;
    private final List<Child> children = new ArrayList<>();
    private final Map<String, Integer> deaths = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "restarts");
        thread.setDaemon(true);
        return thread;
    });
    private boolean stopping;

    Supervisor(Forker forker, Ledger ledger, Progress progress, Ledger.Addresses addresses) {
        this.forker = forker;
        this.ledger = ledger;
        this.progress = progress;
        this.addresses = addresses;
    }

    /** Starts a process; its death goes unnoticed until it is watched. */
    synchronized Child start(Launch launch) {
        if (stopping) {
            throw new LaunchException("the stack is stopping");
        }
        PortOwner.requireFree(launch.name(), launch.port());
        Child child = new Child(launch, forker.fork(launch));
        children.removeIf(earlier -> earlier.name().equals(launch.name()));
        children.add(child);
        write();
        return child;
    }

    /** From now on a death of this child is followed by a new start. */
    void watch(Child child) {
        long since = System.nanoTime();
        child.process().onExit().thenRun(() -> died(child, Duration.ofNanos(System.nanoTime() - since)));
    }

    synchronized Optional<Child> child(String name) {
        return children.stream().filter(child -> child.name().equals(name)).findFirst();
    }

    /** Stops everything, the last started first: services and gateway before what they stand on. */
    void stop() {
        List<Child> newestFirst;
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
            newestFirst = new ArrayList<>(children);
        }
        timer.shutdownNow();
        Collections.reverse(newestFirst);
        // Whoever stands on nothing that still runs may stop together: the services and the gateway, then the rest.
        Map<Boolean, List<Child>> standingOnOthers =
                newestFirst.stream().collect(Collectors.partitioningBy(c -> !FOUNDATIONS.contains(c.name())));
        stop(standingOnOthers.get(true));
        stop(standingOnOthers.get(false));
        ledger.clear();
    }

    private static void stop(List<Child> together) {
        together.forEach(Child::stop);
        together.forEach(child -> child.stopped(PATIENCE));
    }

    private void died(Child child, Duration lived) {
        if (lived.compareTo(STABLE) > 0) {
            deaths.remove(child.name());
        }
        again(child.launch(), "ended with " + child.process().exitValue());
    }

    private synchronized void again(Launch launch, String reason) {
        if (stopping) {
            return;
        }
        Duration pause = pause(deaths.merge(launch.name(), 1, Integer::sum));
        progress.line(launch.name(), "%s; starting it again in %.1f s".formatted(reason, pause.toMillis() / 1000.0));
        timer.schedule(() -> restart(launch), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Duration pause(int deaths) {
        Duration pause = Duration.ofMillis(500L << Math.min(deaths - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void restart(Launch launch) {
        try {
            Child child = start(launch);
            watch(child);
            progress.line(launch.name(), "runs again, pid " + child.process().pid());
        } catch (LaunchException e) {
            again(launch, e.getMessage());
        }
    }

    private void write() {
        ledger.write(
                addresses,
                children.stream().filter(Child::alive).map(Child::entry).toList());
    }
}
