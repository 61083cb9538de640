package io.fairlead.job.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fairlead.testkit.Tokens;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a cluster does about Jobs, for the tests: runs the container's command as a process, kills it when the Job is deleted,
 * and says how it ended. Images there are none. The Secret leads to tokens that last a second.
 */
public final class Kubelet implements Watcher<Job>, AutoCloseable {

    private final Map<String, Process> pods = new ConcurrentHashMap<>();
    private final HttpServer tokens;
    private final Watch watch;

    public Kubelet() throws IOException {
        tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tokens.createContext("/", Kubelet::token);
        tokens.start();
        watch = ClusterStub.jobs().watch(this);
    }

    @Override
    public void eventReceived(Action action, Job job) {
        String name = job.getMetadata().getName();
        if (action == Action.DELETED) {
            Process pod = pods.remove(name);
            if (pod != null) {
                pod.destroyForcibly();
            }
        } else if (action == Action.ADDED && job.getStatus() == null) {
            pods.computeIfAbsent(name, any -> start(job));
        }
    }

    private static void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String token = Tokens.of("job-pods", Set.of("worker"));
            byte[] body = "{\"access_token\":\"%s\",\"expires_in\":1}"
                    .formatted(token)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Process start(Job job) {
        Container container =
                job.getSpec().getTemplate().getSpec().getContainers().get(0);
        List<String> command = new ArrayList<>(container.getCommand());
        ProcessBuilder builder = new ProcessBuilder(command);
        container.getEnv().forEach(variable -> builder.environment().put(variable.getName(), variable.getValue()));
        String issuer = "http://127.0.0.1:" + tokens.getAddress().getPort();
        builder.environment()
                .putAll(Map.of(
                        "FAIRLEAD_TOKEN_URL", issuer, "FAIRLEAD_CLIENT", "job-pods", "FAIRLEAD_CLIENT_SECRET", "s"));
        builder.environment().put("FAIRLEAD_URL", "http://127.0.0.1:" + RestAssured.port);
        try {
            Process pod = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/pods.log")))
                    .start();
            pod.onExit().thenAccept(ended -> tell(job.getMetadata().getName(), ended.exitValue()));
            return pod;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(String name, int exit) {
        try {
            if (exit == 0) {
                ClusterStub.conclude(name, "Complete", null);
            } else {
                ClusterStub.conclude(name, "Failed", "BackoffLimitExceeded");
            }
        } catch (KubernetesClientException e) {
            // It was deleted meanwhile.
        }
    }

    @Override
    public void onClose(WatcherException cause) {
        // the test ends
    }

    @Override
    public void close() {
        watch.close();
        tokens.stop(0);
        pods.values().forEach(Process::destroyForcibly);
        ClusterStub.jobs().delete();
    }
}
