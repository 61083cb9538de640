package io.fairlead.telemetry.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.telemetry.KnownVessels;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.olingo.client.api.ODataClient;
import org.apache.olingo.client.api.communication.ODataClientErrorException;
import org.apache.olingo.client.api.communication.request.ODataRequest;
import org.apache.olingo.client.api.communication.request.retrieve.ODataEntitySetRequest;
import org.apache.olingo.client.api.domain.ClientEntity;
import org.apache.olingo.client.api.domain.ClientEntitySet;
import org.apache.olingo.client.core.ODataClientFactory;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Apache Olingo's client, on which Tableau's connector is built, reads the feed end to end. */
@FairleadTest
class OlingoClientTest {

    private final ODataClient client = ODataClientFactory.getClient();

    @Inject
    KnownVessels vessels;

    @BeforeEach
    void report() {
        Feed.report(vessels, "MV101", 8);
        Feed.report(vessels, "MV102", 5);
    }

    @Test
    void shouldReadTheServiceDocumentAndTheMetadata() {
        var document = signed(client.getRetrieveRequestFactory().getServiceDocumentRequest(Feed.root()))
                .execute()
                .getBody();
        Edm edm = signed(client.getRetrieveRequestFactory().getMetadataRequest(Feed.root()))
                .execute()
                .getBody();

        assertThat(document.getEntitySetNames())
                .containsExactlyInAnyOrder("Vessels", "Channels", "Windows", "DailyEnergy", "AnalyticsResults");
        assertThat(document.getEntitySetURI("Windows")).isEqualTo(URI.create(Feed.root() + "/Windows"));
        EdmEntityType window = edm.getEntityContainer().getEntitySet("Windows").getEntityType();
        assertThat(window.getKeyPredicateNames()).containsExactly("channelId", "end");
        assertThat(window.getProperty("end").getType().getName()).isEqualTo(EdmPrimitiveTypeKind.DateTimeOffset.name());
    }

    @Test
    void shouldFollowPagesOfWhatItFilters() {
        var filters = client.getFilterFactory();
        URI first = client.newURIBuilder(Feed.root())
                .appendEntitySetSegment("Windows")
                .filter(filters.and(
                        filters.eq("vessel", "MV101"),
                        filters.or(filters.gt("kWh", new BigDecimal("0.5")), filters.lt("count", 0L))))
                .orderBy("kWh desc")
                .select("vessel", "kWh", "start")
                .build();
        List<ClientEntity> found = new ArrayList<>();
        int pages = 0;

        for (URI next = first; next != null; pages++) {
            ODataEntitySetRequest<ClientEntitySet> request =
                    signed(client.getRetrieveRequestFactory().getEntitySetRequest(next));
            request.setPrefer(client.newPreferences().maxPageSize(4));
            ClientEntitySet page = request.execute().getBody();
            found.addAll(page.getEntities());
            next = page.getNext();
        }

        assertThat(pages).isEqualTo(2);
        assertThat(found)
                .extracting(window -> new BigDecimal(
                        window.getProperty("kWh").getPrimitiveValue().toString()))
                .containsExactly(decimals("2", "1.75", "1.5", "1.25", "1", "0.75"));
        assertThat(found).allMatch(window -> window.getProperties().size() == 3);
    }

    @Test
    void shouldReadOneEntityAndCountAll() {
        URI vessel = client.newURIBuilder(Feed.root())
                .appendEntitySetSegment("Vessels")
                .appendKeySegment("MV102")
                .build();
        URI windows = client.newURIBuilder(Feed.root())
                .appendEntitySetSegment("Windows")
                .count()
                .build();
        URI day = client.newURIBuilder(Feed.root())
                .appendEntitySetSegment("DailyEnergy")
                .appendKeySegment(Map.of("vessel", "MV102", "day", java.sql.Date.valueOf("2026-01-31")))
                .build();

        assertThat(entity(vessel).getProperty("status").getPrimitiveValue().toString())
                .isEqualTo("active");
        assertThat(entity(day).getProperty("kWh").getPrimitiveValue().toString())
                .isEqualTo("3.75");
        assertThat(signed(client.getRetrieveRequestFactory().getValueRequest(windows))
                        .execute()
                        .getBody()
                        .toString())
                .isEqualTo("13");
    }

    @Test
    void shouldUnderstandWhatIsRefused() {
        URI wrong = client.newURIBuilder(Feed.root())
                .appendEntitySetSegment("Vessels")
                .filter("nothing eq 1")
                .build();

        assertThatThrownBy(() -> signed(client.getRetrieveRequestFactory().getEntitySetRequest(wrong))
                        .execute())
                .isInstanceOfSatisfying(ODataClientErrorException.class, refused -> {
                    assertThat(refused.getStatusLine().getStatusCode()).isEqualTo(400);
                    assertThat(refused.getODataError().getCode()).isEqualTo("invalid-request");
                    assertThat(refused.getODataError().getMessage()).contains("nothing");
                });
    }

    private ClientEntity entity(URI address) {
        return signed(client.getRetrieveRequestFactory().getEntityRequest(address))
                .execute()
                .getBody();
    }

    private static BigDecimal[] decimals(String... texts) {
        return List.of(texts).stream().map(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    private static <T extends ODataRequest> T signed(T request) {
        request.addCustomHeader("Authorization", "Bearer " + Tokens.viewer());
        return request;
    }
}
