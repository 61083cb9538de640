package io.fairlead.kube;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An administrator's token and the key of the service accounts' tokens, both made for one cluster and kept in its folder. */
record Credentials(String token, Path tokens, Path serviceAccounts) {

    static Credentials make(Path folder) throws IOException, GeneralSecurityException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        Path tokens = folder.resolve("tokens.csv");
        Files.writeString(tokens, token + ",admin,admin,system:masters\n");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        Path serviceAccounts = folder.resolve("service-accounts.pem");
        String encoded = Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(key);
        Files.writeString(
                serviceAccounts, "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(encoded));
        return new Credentials(token, tokens, serviceAccounts);
    }

    /** Trusts the certificate that the API server made for itself. */
    static SSLContext trust(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("apiserver-" + number++, each);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    /** Writes what the controllers need to find the server and to be let in. */
    Path kubeconfig(Path folder, String address, Path certificate) throws IOException {
        return Files.writeString(
                folder.resolve("kubeconfig"),
                """
                apiVersion: v1
                kind: Config
                current-context: test
                contexts: [{name: test, context: {cluster: test, user: admin}}]
                clusters: [{name: test, cluster: {server: "%s", certificate-authority: "%s"}}]
                users: [{name: admin, user: {token: %s}}]
                """
                        .formatted(address, certificate, token));
    }
}
