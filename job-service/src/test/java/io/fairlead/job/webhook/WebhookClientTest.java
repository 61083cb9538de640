package io.fairlead.job.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.job.subscriber.Settings;
import io.fairlead.job.subscriber.WebhookConfig;
import io.vertx.core.Vertx;
import io.vertx.core.net.JksOptions;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookClientTest {

    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = new Receiver();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        receiver.close();
        vertx.close();
    }

    /** A name that no resolver but the test's knows leads to the receiver: so nobody else was asked. */
    @Test
    void shouldConnectToTheVeryAddressThatWasChecked() throws InterruptedException {
        Answer answer = post(Settings.OPEN, host -> List.of(loopback()), "http://rebound.invalid:%d/a?b=c");

        assertThat(answer).isEqualTo(new Answer(204, null, null, null));
        Receiver.Message message = receiver.next();
        assertThat(message.host()).isEqualTo("rebound.invalid:" + receiver.port());
        assertThat(message.path()).isEqualTo("/a?b=c");
        assertThat(message.body()).isEqualTo("{}");
    }

    @Test
    void shouldNotConnectWhenANameLeadsToAPrivateAddress() {
        Answer answer = post(new Settings(false, true), host -> List.of(loopback()), "http://public.invalid:%d/");

        assertThat(answer.status()).isNull();
        assertThat(answer.reason()).isEqualTo("The host is not one of the public Internet.");
        assertThat(receiver.rest()).isEmpty();
    }

    @Test
    void shouldNotConnectWhenOneOfSeveralAddressesIsPrivate() {
        HostLookup mixed = host -> List.of(InetAddress.getByName("1.1.1.1"), loopback());

        assertThat(post(new Settings(false, true), mixed, "http://mixed.invalid:%d/")
                        .isDelivered())
                .isFalse();
        assertThat(receiver.rest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:%d/", "http://127.1:%d/", "http://2130706433:%d/", "http://[::1]:%d/"})
    void shouldNotConnectToThisMachineByAnyOfItsNames(String address) {
        assertThat(post(new Settings(false, true), HostLookup.SYSTEM, address).isDelivered())
                .isFalse();
        assertThat(receiver.rest()).isEmpty();
    }

    @Test
    void shouldNotSendWithoutTlsUnlessThatIsAllowed() {
        assertThat(post(new Settings(true, false), HostLookup.SYSTEM, "http://127.0.0.1:%d/")
                        .reason())
                .isEqualTo("Only https is allowed.");
    }

    @Test
    void shouldNotFollowARedirect() throws InterruptedException {
        receiver.answering(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            Receiver.answer(exchange, 307, "");
        });

        assertThat(post(Settings.OPEN, HostLookup.SYSTEM, "http://127.0.0.1:%d/here")
                        .status())
                .isEqualTo(307);
        assertThat(receiver.next().path()).isEqualTo("/here");
        assertThat(receiver.rest()).isEmpty();
    }

    @Test
    void shouldReadOnlyTheBeginningOfAnAnswer() {
        receiver.answering(exchange -> {
            exchange.sendResponseHeaders(503, 0);
            byte[] part = "x".repeat(1000).getBytes();
            for (int i = 0; i < 100_000; i++) {
                exchange.getResponseBody().write(part);
            }
        });

        Answer answer = post(Settings.OPEN, HostLookup.SYSTEM, "http://127.0.0.1:%d/");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.response()).isEqualTo("x".repeat(500));
    }

    @Test
    void shouldKeepWhenTheReceiverWantsToBeCalledAgain() {
        receiver.answering(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            Receiver.answer(exchange, 429, "slow down\0");
        });

        assertThat(post(Settings.OPEN, HostLookup.SYSTEM, "http://127.0.0.1:%d/"))
                .isEqualTo(new Answer(429, "slow down\uFFFD", Duration.ofMinutes(2), "The receiver answered 429."));
    }

    @Test
    void shouldGiveUpOnAReceiverThatDoesNotAnswer() {
        receiver.answering(exchange -> {});

        Answer answer = post(Settings.OPEN, HostLookup.SYSTEM, "http://127.0.0.1:%d/");

        assertThat(answer.isDelivered()).isFalse();
        assertThat(answer.status()).isNull();
    }

    @Test
    void shouldHoldTheCertificateAgainstTheNameAndNotTheAddress() throws Exception {
        Path store = folder.resolve("store.jks");
        SSLContext tls = certificateOf("receiver.test", store);
        try (Receiver secure = new Receiver(tls)) {
            WebhookClient client = new WebhookClient(
                    vertx,
                    Settings.OPEN,
                    host -> List.of(loopback()),
                    new JksOptions().setPath(store.toString()).setPassword("changeit"));

            assertThat(post(client, "https://receiver.test:%d/".formatted(secure.port()))
                            .isDelivered())
                    .isTrue();
            assertThat(post(client, "https://another.test:%d/".formatted(secure.port()))
                            .isDelivered())
                    .isFalse();
            assertThat(post(Settings.OPEN, host -> List.of(loopback()), "https://receiver.test:" + secure.port() + "/")
                            .isDelivered())
                    .as("a certificate that nobody vouches for")
                    .isFalse();
        }
    }

    private static SSLContext certificateOf(String name, Path store) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "RSA",
                "-validity",
                "2",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-storetype",
                "JKS",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-keypass",
                "changeit");
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("JKS");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        return tls;
    }

    private static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByName("127.0.0.1");
    }

    private Answer post(WebhookConfig config, HostLookup lookup, String address) {
        return post(new WebhookClient(vertx, config, lookup, null), address.formatted(receiver.port()));
    }

    private static Answer post(WebhookClient client, String address) {
        return client.post(URI.create(address), Map.of("Content-Type", "application/json"), "{}")
                .await()
                .atMost(Duration.ofSeconds(20));
    }
}
