package io.fairlead.job.kubernetes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fairlead.job.process.Unavailable;
import io.fairlead.job.queue.Lease;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a cluster's silence and answers means that it is away for now. */
class ClusterTest {

    private static final Lease LEASE = new Lease(UUID.randomUUID(), 1, "job-pods/kubernetes/a");

    @Test
    void shouldBeAwayWhenNothingListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertAway(port);
    }

    @Test
    void shouldBeAwayWhenNothingAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertAway(silent.getLocalPort());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void shouldBeAwayWhenItSaysSo(int status) throws IOException {
        HttpServer server = answering(status);
        try {
            assertAway(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 422})
    void shouldNotBeAwayWhenItRefuses(int status) throws IOException {
        HttpServer server = answering(status);
        try (KubernetesClient client = client(server.getAddress().getPort())) {
            Cluster cluster = cluster(client, server.getAddress().getPort());
            assertThatThrownBy(() -> cluster.create(LEASE, "heavy", "kubernetes/a"))
                    .isInstanceOf(KubernetesClientException.class);
        } finally {
            server.stop(0);
        }
    }

    private static void assertAway(int port) {
        try (KubernetesClient client = client(port)) {
            Cluster cluster = cluster(client, port);
            assertThatThrownBy(cluster::jobs).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> cluster.create(LEASE, "heavy", "kubernetes/a"))
                    .isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> cluster.delete(LEASE)).isInstanceOf(Unavailable.class);
        }
    }

    private static KubernetesClient client(int port) {
        return new ClusterClient().client(Containers.heavy("http://127.0.0.1:" + port));
    }

    private static Cluster cluster(KubernetesClient client, int port) {
        KubernetesConfig config = Containers.heavy("http://127.0.0.1:" + port);
        return new Cluster(client, new JobManifest(config), config);
    }

    private static HttpServer answering(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
        return server;
    }
}
