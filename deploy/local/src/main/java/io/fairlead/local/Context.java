package io.fairlead.local;

/** What every part needs to start. */
record Context(Settings settings, DataFolder data, Secrets secrets, Supervisor supervisor, Forker forker, Progress progress) {

    int port(String part) {
        return settings.ports().of(part);
    }
}
