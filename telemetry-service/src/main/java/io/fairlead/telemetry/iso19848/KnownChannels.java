package io.fairlead.telemetry.iso19848;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Channel;
import java.util.Map;

/**
 * What is known of a vessel's channels before a package is read.
 *
 * @param byLocalId the channels that have reported or that a list has declared
 * @param shortIds for each data channel list, what its ShortIDs stand for
 */
@Computation
record KnownChannels(Map<String, Channel> byLocalId, Map<String, Map<String, String>> shortIds) {

    /** Nothing is known yet. */
    static final KnownChannels NONE = new KnownChannels(Map.of(), Map.of());

    /**
     * The channel that an id stands for.
     *
     * @param list the data channel list that the package refers to, or null
     * @param id a LocalID, or a ShortID of that list
     * @return null when it is a ShortID that the list does not have
     */
    Channel find(String list, String id) {
        String localId = LocalId.is(id)
                ? id
                : shortIds.getOrDefault(list == null ? "" : list, Map.of()).get(id);
        if (localId == null) {
            return null;
        }
        Channel known = byLocalId.get(localId);
        return known != null ? known : LocalId.channel(localId);
    }
}
