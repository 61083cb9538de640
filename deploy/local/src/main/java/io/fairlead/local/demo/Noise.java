package io.fairlead.local.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * What looks like chance and is the same whenever the same time is asked for: value noise, numbers drawn for the points of a
 * grid of time and joined smoothly.
 */
record Noise(long seed) {

    static Noise of(String name) {
        return new Noise(mix(name.hashCode()));
    }

    /** Another one, for a part of what this one is for. */
    Noise of(int part) {
        return new Noise(mix(seed + part));
    }

    /** From -1 to 1; goes from one drawn number to the next within a step. */
    double at(Instant time, Duration step) {
        double position = time.toEpochMilli() / (double) step.toMillis();
        long before = (long) Math.floor(position);
        double way = position - before;
        double smooth = way * way * (3 - 2 * way);
        return drawn(before) * (1 - smooth) + drawn(before + 1) * smooth;
    }

    private double drawn(long point) {
        return (mix(seed ^ mix(point)) >> 11) / (double) (1L << 52);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long bits) {
        long mixed = bits + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
