package io.fairlead.kube;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real API server on a real etcd, on free ports of the loopback, with the operators' resource definitions. Nothing runs
 * pods until {@link #runPods()}. One cluster serves a JVM's tests, each in namespaces of its own.
 */
final class Cluster implements AutoCloseable {
    static final String VERSION = "1.36.3";
    private static final Duration START = Duration.ofMinutes(2);

    private final Path folder;
    private final Deque<Program> programs = new ArrayDeque<>();
    private final AtomicInteger namespaces = new AtomicInteger();
    private final Resources resources;
    private final Api api;
    private final Path kubeconfig;
    private boolean runsPods;

    Cluster() {
        try {
            folder = Files.createTempDirectory("fairlead-kube");
            // Also when the tests are broken off.
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
            var definitions = CompletableFuture.supplyAsync(Definitions::read);
            Credentials credentials = Credentials.make(folder);
            int etcd = freePort();
            start("etcd", etcd(etcd, freePort()));
            int port = freePort();
            Program server = start("kube-apiserver", server(port, etcd, credentials));
            Path certificate = folder.resolve("certificates/apiserver.crt");
            Wait.until(() -> server.mustRun() && Files.exists(certificate), START, server::lastOutput);
            String address = "https://127.0.0.1:" + port;
            api = new Api(URI.create(address), Credentials.trust(certificate), credentials.token());
            kubeconfig = credentials.kubeconfig(folder, address, certificate);
            awaitReady(server);
            resources = new Resources(api);
            Definitions.install(api, definitions.join());
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            close();
            throw new IllegalStateException(e);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    Api api() {
        return api;
    }

    Resources resources() {
        return resources;
    }

    /** Starts a scheduler, the controllers of what the chart has, and KWOK, which says of every pod that it runs. */
    synchronized void runPods() {
        if (runsPods) {
            return;
        }
        runsPods = true;
        start(
                "kube-controller-manager",
                List.of(
                        "--kubeconfig=" + kubeconfig,
                        "--bind-address=127.0.0.1",
                        "--secure-port=0",
                        "--leader-elect=false",
                        "--kube-api-content-type=application/json",
                        "--horizontal-pod-autoscaler-sync-period=1s",
                        "--horizontal-pod-autoscaler-initial-readiness-delay=0s",
                        "--horizontal-pod-autoscaler-cpu-initialization-period=0s",
                        "--controllers=deployment-controller,replicaset-controller,disruption-controller,"
                                + "horizontal-pod-autoscaler-controller,job-controller,garbage-collector-controller"));
        start(
                "kube-scheduler",
                List.of(
                        "--kubeconfig=" + kubeconfig,
                        "--secure-port=0",
                        "--bind-address=127.0.0.1",
                        "--leader-elect=false"));
        start(
                "kwok",
                List.of(
                        "--kubeconfig=" + kubeconfig,
                        "--config=" + Folders.resources().resolve("stages.yaml"),
                        "--manage-all-nodes=true"));
    }

    /** @return a new namespace in which only pods of Pod Security's level {@code restricted} are admitted */
    Namespace namespace() {
        return Namespace.create(api, "test-" + namespaces.incrementAndGet());
    }

    private List<String> etcd(int client, int peer) {
        String clients = "http://127.0.0.1:" + client;
        String peers = "http://127.0.0.1:" + peer;
        return List.of(
                "--data-dir=" + folder.resolve("etcd"),
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=default=" + peers,
                "--unsafe-no-fsync=true");
    }

    private List<String> server(int port, int etcd, Credentials credentials) {
        return List.of(
                "--etcd-servers=http://127.0.0.1:" + etcd,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--secure-port=" + port,
                "--cert-dir=" + folder.resolve("certificates"),
                "--token-auth-file=" + credentials.tokens(),
                "--authorization-mode=RBAC",
                "--allow-privileged=true",
                // Taints new nodes until a controller that is not here has seen them ready.
                "--disable-admission-plugins=TaintNodesByCondition",
                "--enable-admission-plugins=PodSecurity,ResourceQuota,LimitRanger,ServiceAccount",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + credentials.serviceAccounts(),
                "--service-account-signing-key-file=" + credentials.serviceAccounts(),
                "--service-cluster-ip-range=10.96.0.0/16",
                "--endpoint-reconciler-type=none");
    }

    private Program start(String name, List<String> arguments) {
        Program program = Program.start(folder, name, arguments);
        programs.push(program);
        return program;
    }

    private void awaitReady(Program server) {
        Wait.until(() -> server.mustRun() && ready(), START, server::lastOutput);
    }

    private boolean ready() {
        try {
            return api.get("/readyz").ok();
        } catch (UncheckedIOException notListening) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public synchronized void close() {
        programs.forEach(Program::close);
        programs.clear();
        Folders.delete(folder);
    }
}
