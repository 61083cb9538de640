package io.fairlead.telemetry.odata;

import static io.fairlead.telemetry.odata.Feed.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.fairlead.testkit.FairleadTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@FairleadTest
class MetadataTest {

    private static final String TYPE = "Edmx.DataServices.Schema.EntityType.find{it.@Name=='%s'}";

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void shouldListTheEntitySets(String path) {
        get(path)
                .statusCode(200)
                .header("OData-Version", "4.0")
                .contentType("application/json;odata.metadata=minimal")
                .body("'@odata.context'", equalTo(Feed.root() + "/$metadata"))
                .body("value.name", contains("Vessels", "Channels", "Windows", "DailyEnergy", "AnalyticsResults"))
                .body("value.url", contains("Vessels", "Channels", "Windows", "DailyEnergy", "AnalyticsResults"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/$metadata", "/%24metadata", "/$metadata?$format=xml"})
    void shouldDescribeThemInXml(String path) {
        ValidatableResponse answer = get(path).statusCode(200).contentType("application/xml");

        XmlPath xml = answer.extract().xmlPath();
        assertThat(xml.getList(TYPE.formatted("Window") + ".Key.PropertyRef.@Name", String.class))
                .containsExactly("channelId", "end");
        assertThat(xml.getList(TYPE.formatted("VesselDay") + ".Key.PropertyRef.@Name", String.class))
                .containsExactly("vessel", "day");
        assertThat(xml.getString(TYPE.formatted("Window") + ".Property.find{it.@Name=='end'}.@Type"))
                .isEqualTo("Edm.DateTimeOffset");
        assertThat(xml.getString(TYPE.formatted("Window") + ".Property.find{it.@Name=='kWh'}.@Scale"))
                .isEqualTo("6");
    }

    /** BI tools show such columns as lists or records that have to be opened one by one. */
    @Test
    void shouldHaveNoCollectionsAndNoComplexTypes() {
        get("/$metadata")
                .body("Edmx.DataServices.Schema.EntityType.Property.@Type", everyItem(startsWith("Edm.")))
                .body("Edmx.DataServices.Schema.ComplexType.size()", equalTo(0))
                .body("Edmx.DataServices.Schema.EntityType.@Name", hasItems("Vessel", "Channel", "AnalyticsResult"));
    }
}
