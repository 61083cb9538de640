package io.fairlead.telemetry.kafka;

import io.fairlead.testkit.Tokens;
import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Ships' tokens of other times and other signers than the testkit's. */
final class ShipTokens {

    private ShipTokens() {}

    /** A token that was good for half an hour, from that time on. */
    static String from(Instant issued, String vessel) throws GeneralSecurityException {
        byte[] key = Base64.getDecoder().decode(System.getProperty("fairlead.testkit.private-key"));
        return signed(issued, vessel, KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
    }

    /** A token that somebody else has signed. */
    static String forged(String vessel) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return signed(Instant.now(), vessel, generator.generateKeyPair().getPrivate());
    }

    private static String signed(Instant issued, String vessel, PrivateKey key) {
        return Jwt.issuer(Tokens.ISSUER)
                .audience("fairlead")
                .subject("subject-of-ship")
                .upn("ship")
                .claim("realm_access", Map.of("roles", List.of("ingest")))
                .claim("vessels", List.of(vessel))
                .issuedAt(issued)
                .expiresAt(issued.plus(Duration.ofMinutes(30)))
                .jws()
                .keyId("test")
                .sign(key);
    }
}
