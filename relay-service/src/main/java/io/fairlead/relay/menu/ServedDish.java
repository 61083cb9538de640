package io.fairlead.relay.menu;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a dish is served today. */
public record ServedDish(@Schema(examples = "Salmon with dill potatoes") String dish, Restaurant restaurant) {}
