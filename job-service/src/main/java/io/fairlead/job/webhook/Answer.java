package io.fairlead.job.webhook;

import java.time.Duration;

/**
 * What came of a try.
 *
 * @param status the receiver's; null when it did not answer
 * @param response the first characters of the answer's body, null when there is none
 * @param retryAfter the pause that the receiver asked for, null if it did not
 * @param reason why it did not succeed, for a person; null if it did
 */
record Answer(Integer status, String response, Duration retryAfter, String reason) {

    private static final int GONE = 410;

    static Answer of(int status, String response, Duration retryAfter) {
        boolean good = status >= 200 && status < 300;
        return new Answer(status, response, retryAfter, good ? null : "The receiver answered " + status + ".");
    }

    static Answer none(String reason) {
        return new Answer(null, null, null, reason);
    }

    boolean isDelivered() {
        return reason == null;
    }

    /** Whether the receiver wants to hear no more. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
