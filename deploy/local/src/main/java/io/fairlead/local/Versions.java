package io.fairlead.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of the parts that the build put beside the launcher. */
final class Versions {

    private static final Properties PROPERTIES = load();

    private Versions() {}

    static String postgres() {
        return PROPERTIES.getProperty("postgres.version");
    }

    static String keycloak() {
        return PROPERTIES.getProperty("keycloak.version");
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("/fairlead-local.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
