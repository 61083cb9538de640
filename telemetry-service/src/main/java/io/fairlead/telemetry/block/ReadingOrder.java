package io.fairlead.telemetry.block;

import io.fairlead.core.Computation;

/** Sorts places by what stands there; equal ones stay in their order. */
@Computation
final class ReadingOrder {

    private ReadingOrder() {}

    /** Says which of two places comes first. */
    interface Order {
        int compare(int i, int j);
    }

    /** The places from 0 on, sorted: runs of 1, 2, 4 and so on are merged; those in order already are copied. */
    static int[] sorted(int size, Order order) {
        int[] from = new int[size];
        int[] to = new int[size];
        for (int i = 0; i < size; i++) {
            from[i] = i;
        }
        for (long width = 1; width < size; width *= 2) {
            for (long low = 0; low < size; low += 2 * width) {
                int middle = (int) Math.min(low + width, size);
                merge(from, to, (int) low, middle, (int) Math.min(low + 2 * width, size), order);
            }
            int[] sorted = to;
            to = from;
            from = sorted;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, int low, int middle, int high, Order order) {
        if (middle == high || order.compare(from[middle - 1], from[middle]) <= 0) {
            System.arraycopy(from, low, to, low, high - low);
            return;
        }
        int i = low;
        int j = middle;
        for (int at = low; at < high; at++) {
            boolean left = j == high || i < middle && order.compare(from[i], from[j]) <= 0;
            to[at] = left ? from[i++] : from[j++];
        }
    }
}
