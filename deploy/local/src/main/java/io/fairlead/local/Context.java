package io.fairlead.local;

import java.util.Locale;

/** What every part needs to start. */
record Context(
        Settings settings, DataFolder data, Secrets secrets, Supervisor supervisor, Forker forker, Progress progress) {

    /** The password of a database role: drawn by us, or told to us together with somebody else's server. */
    String databasePassword(String role) {
        String variable = "FAIRLEAD_" + role.toUpperCase(Locale.ROOT) + "_DATABASE_PASSWORD";
        return settings.value(variable).orElseGet(() -> {
            if (settings.value("FAIRLEAD_DATABASE_URL").isPresent()) {
                throw new LaunchException("FAIRLEAD_DATABASE_URL names a server of yours, so " + variable
                        + " must tell the password of its role " + role);
            }
            return secrets.of(role);
        });
    }

    int port(String part) {
        return settings.ports().of(part);
    }
}
