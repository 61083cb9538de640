package io.fairlead.parts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A broker's listener as it is in production: TLS with a certificate of one's own authority, and SCRAM passwords.
 *
 * @param certificate a PEM file with the broker's private key, its certificate and that of its authority
 * @param authority a PEM file with the certificate of the authority
 * @param user the name by which clients sign in, and the broker at itself
 * @param password its password
 */
public record KafkaSecurity(Path certificate, Path authority, String user, String password) {

    private static final String PROTOCOL = "SASL_SSL";
    private static final String MECHANISM = "SCRAM-SHA-512";

    /** What a client must be told, as Kafka names it. */
    public Map<String, String> client() {
        return Map.of(
                "security.protocol",
                PROTOCOL,
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                login(),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority.toString());
    }

    /** The broker's settings, which win over those of an open listener. */
    Map<String, String> broker(int port) {
        return Map.of(
                "listener.security.protocol.map",
                PROTOCOL + ":" + PROTOCOL + ",CONTROLLER:PLAINTEXT",
                "advertised.listeners",
                PROTOCOL + "://127.0.0.1:" + port,
                "security.inter.broker.protocol",
                PROTOCOL,
                "sasl.enabled.mechanisms",
                MECHANISM,
                "sasl.mechanism.inter.broker.protocol",
                MECHANISM,
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                login(),
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.location",
                certificate.toString(),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority.toString());
    }

    /** What the formatting of the log folder must be told, so that the user is known from the first start. */
    List<String> format() {
        return List.of("--add-scram", MECHANISM + "=[name=" + user + ",password=" + password + "]");
    }

    String listener(int port) {
        return PROTOCOL + "://127.0.0.1:" + port;
    }

    private String login() {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }
}
