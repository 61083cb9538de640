package io.fairlead.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An image's process among the image's files, as a container engine would start it: by its own command, as its own user, with
 * a root that nobody can write to but for /tmp. It shares the network with the tests.
 */
final class Container implements AutoCloseable {

    private static final String START =
            """
            mount --bind "$R" "$R"
            mount --rbind /dev "$R/dev"
            mount --rbind /proc "$R/proc"
            mount -t tmpfs -o mode=1777 tmpfs "$R/tmp"
            mount -o remount,ro,bind "$R"
            cd /
            exec setpriv --no-new-privs env -i "$@"
            """;

    private final Process process;
    private final Path log;
    private final String url;

    private Container(Process process, Path log, String url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /**
     * Starts it and returns at once.
     *
     * @param root the image's files
     * @param image the image's configuration
     * @param environment beside the image's own
     */
    static Container start(Path root, JsonNode image, Path log, int port, Map<String, String> environment)
            throws IOException {
        for (String mounted : new String[] {"dev", "proc", "tmp"}) {
            Files.createDirectories(root.resolve(mounted));
        }
        JsonNode config = image.get("config");
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-ec", START, "start"));
        config.get("Env").forEach(variable -> command.add(variable.asText()));
        environment.forEach((name, value) -> command.add(name + "=" + value));
        String user = config.get("User").asText();
        command.addAll(List.of("/usr/sbin/chroot", "--userspec=" + user, "--groups=", root.toString()));
        config.get("Entrypoint").forEach(word -> command.add(word.asText()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("R", root.toString());
        return new Container(builder.start(), log, "http://127.0.0.1:" + port);
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended: " + log());
        }
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, and gives how it did. */
    int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
