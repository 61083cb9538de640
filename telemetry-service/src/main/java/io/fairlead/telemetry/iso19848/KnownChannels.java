package io.fairlead.telemetry.iso19848;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.LocalId;
import java.util.Map;

/**
 * What is known of a vessel's channels before a package is read.
 *
 * @param channels the channels that have reported or that a list has declared, by their identity
 * @param shortIds for each data channel list, the LocalIDs that its ShortIDs stand for
 */
@Computation
record KnownChannels(Map<String, Channel> channels, Map<String, Map<String, String>> shortIds) {

    /**
     * The channel that an id stands for.
     *
     * @param list the data channel list that the package refers to, or null
     * @param id a LocalID, or a ShortID of that list
     * @return null when it is a ShortID that the list does not have, or a LocalID that breaks our naming rule
     */
    Channel find(String list, String id) {
        String localId = LocalId.is(id)
                ? id
                : shortIds.getOrDefault(list == null ? "" : list, Map.of()).get(id);
        return localId == null
                ? null
                : DataChannelId.channel(localId)
                        .map(channel -> channels.getOrDefault(channel.identity(), channel))
                        .orElse(null);
    }
}
