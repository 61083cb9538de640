package io.fairlead.job.benchmark;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What a number of jobs took.
 *
 * @param jobs how many
 * @param seconds from the first call to the moment when the last one's end was committed
 * @param p50 median time from a job's submission to its start, in ms
 * @param p99 99 of 100 started within, in ms
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Figures(int jobs, double seconds, double p50, double p99) {

    double perSecond() {
        return jobs / seconds;
    }
}
