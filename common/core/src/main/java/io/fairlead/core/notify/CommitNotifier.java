package io.fairlead.core.notify;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Tells other sessions by PostgreSQL's NOTIFY that something was committed: after the commit, and once for many. A
 * transaction that notifies takes a lock of the whole cluster until its commit is on disk, so such transactions
 * wait for each other's flush, one after the other (ADR 0018).
 *
 * <p>A notice is a hint. It is lost if this process ends right after the commit; who listens must also look now and then.
 */
@ApplicationScoped
public class CommitNotifier {

    private static final Logger LOG = Logger.getLogger(CommitNotifier.class);
    private static final long PAUSE_MILLIS = 2;

    /** One that takes longer is lost: whatever holds it up is not to hold up those that follow. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);
    private static final String NOTIFY =
            "select pg_notify(channel, payload) from unnest($1::text[], $2::text[]) as notice(channel, payload)";

    private final Pool pool;
    private final Vertx vertx;
    private final Set<Notice> due = new HashSet<>();
    private final AtomicLong nextWarning = new AtomicLong(System.nanoTime());
    private boolean sending;

    CommitNotifier(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    private record Notice(String channel, String payload) {}

    /** Notifies when the connection's transaction commits, or now when it has none. */
    public void afterCommit(SqlConnection connection, String channel, String payload) {
        var transaction = connection.getDelegate().transaction();
        if (transaction == null) {
            now(channel, payload);
        } else {
            transaction.completion().onSuccess(committed -> now(channel, payload));
        }
    }

    /** Notifies now; notices that are alike and come close together are sent once. */
    public void now(String channel, String payload) {
        synchronized (this) {
            due.add(new Notice(channel, payload));
            if (sending) {
                return;
            }
            sending = true;
        }
        send();
    }

    private void send() {
        Notice[] all;
        synchronized (this) {
            all = due.toArray(Notice[]::new);
            due.clear();
            sending = all.length > 0;
        }
        if (all.length == 0) {
            return;
        }
        String[] channels = new String[all.length];
        String[] payloads = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            channels[i] = all[i].channel();
            payloads[i] = all[i].payload();
        }
        pool.preparedQuery(NOTIFY)
                .execute(Tuple.of(channels, payloads))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> warn(channels.length, failure))
                .onTermination()
                .invoke(() -> vertx.setTimer(PAUSE_MILLIS, timer -> send()))
                .subscribe()
                .with(sent -> {}, failure -> {});
    }

    /** Not each time: while the database is away, all are lost. */
    private void warn(int notices, Throwable failure) {
        long now = System.nanoTime();
        long next = nextWarning.get();
        if (now - next >= 0 && nextWarning.compareAndSet(next, now + BETWEEN_WARNINGS.toNanos())) {
            LOG.warnf("notices=%d lost reason=%s", notices, failure);
        }
    }
}
