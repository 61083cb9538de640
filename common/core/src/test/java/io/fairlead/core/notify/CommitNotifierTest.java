package io.fairlead.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testkit.FairleadTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

@FairleadTest
class CommitNotifierTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CHANNEL = "commit_notifier_test";

    @Inject
    CommitNotifier notifier;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private Connection listener;

    @BeforeEach
    void listen() throws SQLException {
        listener = DriverManager.getConnection(url, user, password);
        try (Statement statement = listener.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
    }

    @AfterEach
    void hangUp() throws SQLException {
        listener.close();
    }

    @Test
    void shouldNotifyOnlyWhenTheTransactionHasCommitted() throws SQLException {
        SqlConnection connection = pool.getConnection().await().atMost(PATIENCE);
        var transaction = connection.begin().await().atMost(PATIENCE);
        notifier.afterCommit(connection, CHANNEL, "committed");
        notifier.now(CHANNEL, "before");
        assertThat(heard("before")).containsExactly("before");

        transaction.commit().await().atMost(PATIENCE);

        assertThat(heard("committed")).containsExactly("committed");
        connection.close().await().atMost(PATIENCE);
    }

    @Test
    void shouldNotNotifyWhenTheTransactionIsRolledBack() throws SQLException {
        pool.withTransaction(transaction -> {
                    notifier.afterCommit(transaction, CHANNEL, "rolled back");
                    return Uni.createFrom().<Void>failure(new IllegalStateException("rolled back"));
                })
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(PATIENCE);
        notifier.now(CHANNEL, "after");

        assertThat(heard("after")).containsExactly("after");
    }

    @Test
    void shouldNotifyAtOnceWhenThereIsNoTransaction() throws SQLException {
        pool.withConnection(connection -> {
                    notifier.afterCommit(connection, CHANNEL, "none");
                    return Uni.createFrom().voidItem();
                })
                .await()
                .atMost(PATIENCE);

        assertThat(heard("none")).containsExactly("none");
    }

    @Test
    void shouldNotifyOnceForCommitsThatComeTogether() throws SQLException {
        int commits = 200;
        Multi.createFrom()
                .range(0, commits)
                .onItem()
                .transformToUniAndMerge(i -> pool.withTransaction(transaction -> {
                    notifier.afterCommit(transaction, CHANNEL, "many");
                    return transaction.query("select 1").execute();
                }))
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);
        notifier.now(CHANNEL, "last");

        List<String> heard = heard("last");
        assertThat(heard).contains("many").hasSizeLessThan(commits);
    }

    @Test
    void shouldGoOnWhenAConnectionHangs() throws Exception {
        URI database = URI.create(url.substring("jdbc:".length()));
        HangingOnce door = new HangingOnce(database.getPort());
        Pool hanging = PgBuilder.pool()
                .connectingTo(new PgConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(door.port())
                        .setDatabase(database.getPath().substring(1))
                        .setUser(user)
                        .setPassword(password))
                .with(new PoolOptions().setConnectionTimeout(300))
                .using(io.vertx.mutiny.core.Vertx.newInstance(vertx))
                .build();
        CommitNotifier behind = new CommitNotifier(hanging, vertx);
        try (door) {
            behind.now(CHANNEL, "lost");
            door.awaitCaller();
            behind.now(CHANNEL, "heard");

            assertThat(heard("heard")).containsExactly("heard");
        }
        hanging.close().await().atMost(PATIENCE);
    }

    /** What was heard up to this payload. */
    private List<String> heard(String last) throws SQLException {
        List<String> payloads = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!payloads.contains(last) && System.nanoTime() < end) {
            PGNotification[] notices = listener.unwrap(PGConnection.class).getNotifications(100);
            for (PGNotification notice : notices == null ? new PGNotification[0] : notices) {
                payloads.add(notice.getParameter());
            }
        }
        return payloads;
    }
}
