package io.fairlead.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate authority of the tests' own, made with the JDK's keytool, that issues certificates for servers here. */
public final class Authority {

    private static final String PASSWORD = "changeit";
    private static final String SELF = "authority";
    private static final String SERVER = "server";

    private final Path folder;

    /** Makes the authority's key and certificate; everything stays in the folder. */
    public Authority(Path folder) {
        this.folder = folder;
        keytool("-genkeypair", SELF, "-keyalg", "EC", "-dname", "CN=Tests", "-ext", "bc:c", "-validity", "2");
        keytool("-exportcert", SELF, "-rfc", "-file", certificate().toString());
    }

    /** The authority's certificate, PEM. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    /**
     * Issues a certificate.
     *
     * @param name what clients must call the server, as keytool writes it: {@code ip:127.0.0.1} or {@code dns:…}
     */
    public Issued issue(String name) {
        Path request = folder.resolve("server.csr");
        Path answer = folder.resolve("server.answer");
        keytool("-genkeypair", SERVER, "-keyalg", "EC", "-dname", "CN=Server", "-validity", "2");
        keytool("-certreq", SERVER, "-file", request.toString());
        keytool(
                "-gencert",
                SELF,
                "-infile",
                request.toString(),
                "-outfile",
                answer.toString(),
                "-ext",
                "san=" + name,
                "-rfc");
        try {
            String key = "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(privateKey())
                    + "\n-----END PRIVATE KEY-----\n";
            String chain = Files.readString(answer) + Files.readString(certificate());
            return new Issued(
                    secret("server.key", key), secret("server.crt", chain), secret("server.pem", key + chain));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A server's certificate, in PEM files that only their owner may read.
     *
     * @param key its private key, PKCS 8
     * @param chain its certificate, and the authority's
     * @param both the key and the chain in one file
     */
    public record Issued(Path key, Path chain, Path both) {}

    private byte[] privateKey() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys.getKey(SERVER, PASSWORD.toCharArray()).getEncoded();
    }

    private Path secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Path store() {
        return folder.resolve("keys.p12");
    }

    private void keytool(String command, String alias, String... further) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(command, "-alias", alias, "-keystore", store().toString(), "-storepass", PASSWORD));
        line.addAll(List.of(further));
        Tool.Outcome outcome = Tool.run(line);
        assertThat(outcome.exit()).as(outcome.output()).isZero();
    }
}
