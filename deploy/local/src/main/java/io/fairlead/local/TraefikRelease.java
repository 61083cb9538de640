package io.fairlead.local;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The archive that the makers of Traefik publish, taken only when it has the checksum they publish with it. */
final class TraefikRelease {

    static final String VERSION = "v3.7.9";

    private final String base;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    TraefikRelease(Settings settings) {
        this(settings.value("FAIRLEAD_TRAEFIK_RELEASES_URL")
                .orElse("https://github.com/traefik/traefik/releases/download"));
    }

    TraefikRelease(String base) {
        this.base = base + "/" + VERSION + "/";
    }

    /** Puts the program into a folder. */
    void into(Path folder) throws IOException {
        String name = "traefik_%s_%s.tar.gz".formatted(VERSION, platform());
        byte[] archive = fetch(name);
        String published =
                new String(fetch("traefik_" + VERSION + "_checksums.txt"), java.nio.charset.StandardCharsets.UTF_8);
        String sum = sha256(archive);
        if (published.lines().noneMatch(line -> line.matches(sum + "\\s+(\\./)?" + name.replace(".", "\\.")))) {
            throw new LaunchException("the archive %s has not the published checksum (it has %s)".formatted(name, sum));
        }
        try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            Archives.untar(tar, folder, 0);
        }
    }

    private byte[] fetch(String name) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + name))
                    .timeout(Duration.ofMinutes(5))
                    .build();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(request.uri() + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (java.net.ConnectException | java.net.http.HttpTimeoutException e) {
            throw new IOException("cannot reach " + base + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch");
        return system + "_" + (machine.equals("aarch64") || machine.equals("arm64") ? "arm64" : "amd64");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
