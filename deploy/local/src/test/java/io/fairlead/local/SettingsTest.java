package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String ROOT = System.getProperty("fairlead.root");

    @Test
    void shouldKeepDataWhereTheDesktopSaysWhenNoFolderIsNamed() {
        assertEquals(Path.of("/data/fairlead"), Settings.dataFolder(Map.of("XDG_DATA_HOME", "/data")));
        assertEquals(Path.of("/mine"), Settings.dataFolder(Map.of("XDG_DATA_HOME", "/data", "FAIRLEAD_HOME", "/mine")));
    }

    @Test
    void shouldRefuseAFolderThatIsNotTheRepository(@TempDir Path elsewhere) {
        Map<String, String> environment = Map.of("FAIRLEAD_ROOT", elsewhere.toString());

        assertThrows(LaunchException.class, () -> Settings.from(environment, 1));
    }

    @Test
    void shouldListEveryInstanceWhenTheServiceIsOurs() {
        Settings settings = settings(Map.of(), 2);

        assertEquals(List.of("http://127.0.0.1:8102", "http://127.0.0.1:8112"), settings.urls(Service.TELEMETRY));
        assertTrue(settings.ours(Service.TELEMETRY));
    }

    @Test
    void shouldUseSomebodyElsesServiceWhenItsAddressesAreNamed() {
        Settings settings = settings(Map.of("FAIRLEAD_FLEET_URLS", "http://a:1, http://b:2"), 1);

        assertEquals(List.of("http://a:1", "http://b:2"), settings.urls(Service.FLEET));
        assertFalse(settings.ours(Service.FLEET));
    }

    @Test
    void shouldIssueTokensUnderTheAddressThatCallersUse() {
        Settings settings = settings(Map.of("FAIRLEAD_GATEWAY_PORT", "9000"), 1);

        assertEquals("http://localhost:9000", settings.publicUrl());
        assertEquals("http://localhost:9000/auth/realms/fairlead", settings.issuer());
        assertEquals("http://127.0.0.1:8180/auth/realms/fairlead", settings.oidcUrl());
    }

    private static Settings settings(Map<String, String> environment, int instances) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("FAIRLEAD_ROOT", ROOT);
        return Settings.from(all, instances);
    }
}
