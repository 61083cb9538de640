package io.fairlead.testkit;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Access tokens as the realm would issue them, signed with a key that is made anew in each JVM and that the service
 * under test is told to trust.
 */
public final class Tokens {

    /** The issuer in the tokens. */
    public static final String ISSUER = "http://localhost:8088/auth/realms/fairlead";

    private static final String PUBLIC = "fairlead.testkit.public-key";
    private static final String PRIVATE = "fairlead.testkit.private-key";

    private Tokens() {}

    public static String viewer() {
        return of("viewer", Set.of("viewer"));
    }

    public static String operator() {
        return of("operator", Set.of("operator", "viewer"));
    }

    public static String admin() {
        return of("admin", Set.of("admin", "operator", "viewer"));
    }

    /** Every role and the whole fleet, for hours: for a tool that tries everything. */
    public static String everything() {
        return sign(claims("everything", Set.of("admin", "operator", "viewer", "worker", "ingest"))
                .expiresIn(Duration.ofHours(2)));
    }

    public static String worker() {
        return of("worker", Set.of("worker"));
    }

    /** The gateway of one or more vessels, which may write only their readings. */
    public static String ship(String... vessels) {
        return sign(claims("ship-" + vessels[0].toLowerCase(), Set.of("ingest")).claim("vessels", List.of(vessels)));
    }

    /** A viewer who may see only some vessels, or none. */
    public static String viewerOf(String... vessels) {
        return sign(claims("viewer-of-" + String.join("-", vessels).toLowerCase(), Set.of("viewer"))
                .claim("vessels", List.of(vessels)));
    }

    /** An operator who may see only some vessels. */
    public static String operatorOf(String... vessels) {
        return sign(claims("operator-of-" + vessels[0].toLowerCase(), Set.of("operator", "viewer"))
                .claim("vessels", List.of(vessels)));
    }

    /** Signed and valid, but with no role at all. */
    public static String withoutRoles() {
        return of("nobody", Set.of());
    }

    /** Signed and well-formed, but expired an hour ago. */
    public static String expired() {
        return sign(claims("viewer", Set.of("viewer"))
                .expiresAt(
                        System.currentTimeMillis() / 1000 - Duration.ofHours(1).toSeconds()));
    }

    /** A viewer's, valid for a short time from now, to the second. */
    public static String viewerFor(Duration time) {
        return sign(claims("viewer", Set.of("viewer")).expiresIn(time));
    }

    /** A valid token for another audience than this API. */
    public static String forAnotherAudience() {
        return sign(claims("viewer", Set.of("viewer")).audience("elsewhere"));
    }

    /** A token of any name and roles. */
    public static String of(String name, Set<String> roles) {
        return sign(claims(name, roles));
    }

    /** What the service under test must be told to trust these tokens. */
    public static synchronized Map<String, String> settings() {
        if (System.getProperty(PUBLIC) == null) {
            KeyPair pair = newPair();
            System.setProperty(
                    PUBLIC, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            System.setProperty(
                    PRIVATE,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        }
        return Map.of("quarkus.oidc.public-key", System.getProperty(PUBLIC), "fairlead.oidc.issuer", ISSUER);
    }

    private static JwtClaimsBuilder claims(String name, Set<String> roles) {
        return Jwt.issuer(ISSUER)
                .audience("fairlead")
                .subject("subject-of-" + name)
                .claim("preferred_username", name)
                .upn(name)
                .claim("realm_access", Map.of("roles", List.copyOf(roles)))
                .expiresIn(Duration.ofMinutes(30));
    }

    private static String sign(JwtClaimsBuilder claims) {
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            PrivateKey privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
            return claims.jws().keyId("test").sign(privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
