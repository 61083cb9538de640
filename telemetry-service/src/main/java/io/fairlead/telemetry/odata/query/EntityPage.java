package io.fairlead.telemetry.odata.query;

import java.util.List;
import org.apache.olingo.commons.api.data.Entity;

/**
 * A page of a list.
 *
 * @param next the token with which the next page is asked for; null after the last
 */
public record EntityPage(List<Entity> entities, String next) {}
