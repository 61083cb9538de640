package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraefikReleaseTest {

    private static final String ARCHIVE =
            "traefik_" + TraefikRelease.VERSION + "_" + TraefikRelease.platform() + ".tar.gz";

    @TempDir
    Path folder;

    private HttpServer server;
    private String base;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        base = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldUnpackTheProgramWhenTheChecksumIsRight() throws IOException, NoSuchAlgorithmException {
        byte[] archive = archive();
        publish(ARCHIVE, archive);
        publish(checksums(), (sha256(archive) + "  ./" + ARCHIVE + "\n").getBytes(StandardCharsets.UTF_8));

        new TraefikRelease(base).into(folder);

        assertTrue(Files.isExecutable(folder.resolve("traefik")));
    }

    @Test
    void shouldRefuseTheArchiveWhenTheChecksumIsAnother() throws IOException {
        publish(ARCHIVE, archive());
        publish(checksums(), ("0".repeat(64) + "  ./" + ARCHIVE + "\n").getBytes(StandardCharsets.UTF_8));

        assertThrows(LaunchException.class, () -> new TraefikRelease(base).into(folder));
        assertTrue(Files.notExists(folder.resolve("traefik")));
    }

    private static String checksums() {
        return "traefik_" + TraefikRelease.VERSION + "_checksums.txt";
    }

    private void publish(String name, byte[] content) {
        server.createContext("/" + TraefikRelease.VERSION + "/" + name, exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            byte[] program = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("traefik");
            entry.setSize(program.length);
            entry.setMode(0755);
            tar.putArchiveEntry(entry);
            tar.write(program);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
