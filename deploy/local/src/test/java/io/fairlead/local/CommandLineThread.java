package io.fairlead.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a person does with the real executables of cli/. */
final class CommandLineThread {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CLI = Path.of(System.getProperty("fairlead.root"), "cli");
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+user_code=\\S+");
    private static final int PATIENCE = 60;

    private final String url;
    private final Path settings;

    CommandLineThread(String url, Path folder) {
        this.url = url;
        this.settings = folder.resolve("cli");
    }

    /** What an executable printed, and how it ended. */
    private record Ended(int exit, String out, String err) {}

    void run() throws Exception {
        assertEquals(3, fairlead("vessel", "list").exit());
        signIn(Identity.OPERATOR);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials())));
        assertTrue(done("whoami").contains("operator"));

        assertTrue(done("vessel", "list").contains("MV102"));
        assertEquals("MV102", json("vessel", "show", "MV102").path("code").asText());
        assertTrue(done("equipment", "list", "MV102", "-o", "csv").startsWith("code,vessel,name"));
        assertEquals(5, fairlead("vessel", "show", "NOPE").exit());

        Ended refused = fairlead("job", "submit", "energy-report", "-i", "vessel=MV102");
        assertEquals(6, refused.exit());
        assertTrue(refused.err().contains("start"), refused.err());
        JsonNode job = json("job", "submit", "echo", "-i", "message=fair winds", "--watch")
                .path(0);
        assertEquals("successful", job.path("state").asText(), job::toString);
        assertTrue(done("job", "results", job.path("jobID").asText()).contains("fair winds"));

        expire();
        assertTrue(done("vessel", "list").contains("MV102"), "the session is not renewed");
        assertTrue(expires().isAfter(Instant.now()));

        assertTrue(done("dish", "salmon").toLowerCase().contains("salmon"));
        String credentials = Files.readString(credentials());
        done("logout");
        assertEquals(3, fairlead("whoami").exit());
        Files.writeString(credentials(), credentials);
        expire();
        assertEquals(3, fairlead("vessel", "list").exit(), "a session that has ended can be renewed");
    }

    /** As the README says: script and jar side by side, the script linked into the PATH; a shell that completes. */
    void installed() throws Exception {
        Path home = Files.createDirectories(settings.resolve("installed"));
        Files.copy(CLI.resolve("fairlead"), home.resolve("fairlead"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(CLI.resolve("target/fairlead.jar"), home.resolve("fairlead.jar"));
        Path link = Files.createSymbolicLink(settings.resolve("fairlead"), home.resolve("fairlead"));

        assertTrue(run(List.of(link.toString(), "--version")).out().startsWith("fairlead "));
        Ended completed = run(List.of(
                "bash",
                "-c",
                "source <(%s completion); COMP_WORDS=(fairlead ves); COMP_CWORD=1; _complete_fairlead; echo ${COMPREPLY[@]}"
                        .formatted(link)));
        assertEquals("vessel", completed.out().strip(), completed.err());
    }

    private void expire() throws IOException {
        ObjectNode kept = (ObjectNode) JSON.readTree(credentials().toFile());
        Files.writeString(
                credentials(), kept.put("expires", "2026-01-31T00:00:00Z").toString());
    }

    private Instant expires() throws IOException {
        return Instant.parse(
                JSON.readTree(credentials().toFile()).path("expires").asText());
    }

    private Path credentials() {
        return settings.resolve("credentials.json");
    }

    void lunch() throws Exception {
        Ended restaurants = run(List.of(CLI.resolve("lunch").toString()));
        assertEquals(0, restaurants.exit(), restaurants.err());
        String first = restaurants.out().lines().findFirst().orElseThrow().split("\t")[0];
        Ended dishes = run(List.of(CLI.resolve("lunch").toString(), first));
        assertEquals(0, dishes.exit(), dishes.err());
        assertTrue(dishes.out().lines().findAny().isPresent());
        assertEquals(1, run(List.of(CLI.resolve("lunch").toString(), "nowhere")).exit());
    }

    private void signIn(Identity person) throws Exception {
        Process login = start(List.of(CLI.resolve("fairlead").toString(), "login"));
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(login.getErrorStream(), StandardCharsets.UTF_8))) {
            Browser browser = new Browser()
                    .open(said.lines()
                            .map(ADDRESS::matcher)
                            .filter(Matcher::find)
                            .findFirst()
                            .orElseThrow()
                            .group());
            browser.submit(Map.of("username", person.id(), "password", person.secret()))
                    .submit(Map.of("accept", "Yes"));
            assertTrue(browser.text().contains("Device Login Successful"), browser::text);
            assertTrue(login.waitFor(PATIENCE, TimeUnit.SECONDS), "login does not end");
            assertEquals(0, login.exitValue());
        } finally {
            login.destroyForcibly();
        }
    }

    private JsonNode json(String... arguments) throws Exception {
        return JSON.readTree(done(
                Stream.concat(Stream.of(arguments), Stream.of("-o", "json")).toArray(String[]::new)));
    }

    private String done(String... arguments) throws Exception {
        Ended ended = fairlead(arguments);
        assertEquals(0, ended.exit(), () -> String.join(" ", arguments) + ": " + ended);
        return ended.out();
    }

    private Ended fairlead(String... arguments) throws Exception {
        return run(Stream.concat(Stream.of(CLI.resolve("fairlead").toString()), Stream.of(arguments))
                .toList());
    }

    private Ended run(List<String> command) throws Exception {
        Path err = Files.createTempFile("fairlead", ".err");
        Process process = builder(command).redirectError(err.toFile()).start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(PATIENCE, TimeUnit.SECONDS), () -> command + " does not end");
            return new Ended(process.exitValue(), text, Files.readString(err));
        } finally {
            process.destroyForcibly();
            Files.delete(err);
        }
    }

    private Process start(List<String> command) throws IOException {
        return builder(command).start();
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FAIRLEAD_URL", url);
        builder.environment().put("FAIRLEAD_CONFIG", settings.toString());
        builder.environment().remove("FAIRLEAD_TOKEN");
        return builder;
    }
}
