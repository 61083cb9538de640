package io.fairlead.telemetry.iso19848;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.ReadingView;
import io.fairlead.telemetry.vessel.Vessel;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives channels and readings out as ISO 19848 packages. */
@ApplicationScoped
public class PackageExport {

    private final ChannelLists lists;
    private final ObjectMapper json;
    private final Clock clock;

    PackageExport(ChannelLists lists, ObjectMapper json, Clock clock) {
        this.lists = lists;
        this.json = json;
        this.clock = clock;
    }

    /** These channels of a vessel as a package with a DataChannelList. */
    public Uni<ObjectNode> channelList(Vessel vessel, List<Channel> channels) {
        List<String> localIds = channels.stream().map(DataChannelId::of).toList();
        return lists.properties(vessel.code(), localIds).map(properties -> new PackageWriter(vessel, clock.instant())
                .channelList(channels, parsed(properties)));
    }

    /** These readings of a vessel's channel as a package with TimeSeriesData. */
    public Uni<ObjectNode> timeSeries(Vessel vessel, long channel, List<ReadingView> readings) {
        return lists.channel(vessel.code(), channel)
                .map(found -> new PackageWriter(vessel, clock.instant()).timeSeries(found.orElseThrow(), readings));
    }

    private Map<String, JsonNode> parsed(Map<String, String> properties) {
        Map<String, JsonNode> parsed = new HashMap<>();
        properties.forEach((localId, property) -> {
            try {
                parsed.put(localId, json.readTree(property));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a stored property is no JSON: " + localId, e);
            }
        });
        return parsed;
    }
}
