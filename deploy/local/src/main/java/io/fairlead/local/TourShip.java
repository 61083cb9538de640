package io.fairlead.local;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the ship of the tour reports, and what must come of it.
 *
 * @param start the full hour of which it reports
 */
record TourShip(Instant start) {

    static final String CHANNEL = "/dnv-v2/vis-3-7a/411.1/C101.31-2/meta/qty-power";

    /** The energy of each quarter of the hour in kWh: 150 of the package, and 203.125 of the plain reading in the first. */
    static final List<BigDecimal> WINDOWS = IntStream.of(353125, 150000, 150000, 150000)
            .mapToObj(TourShip::kilo)
            .toList();

    static final BigDecimal TOTAL = kilo(803125);

    private static final Duration HOUR = Duration.ofHours(1);

    /** One plain reading, in the first quarter of the hour. */
    String report(String vessel) {
        return """
                {"vessel":"%s","unit":"MW","readings":[{"time":"%s","value":0.8125}],"labels":{"consumer":"tour"}}"""
                .formatted(vessel, start);
    }

    /** An ISO 19848 package with twelve readings of 600 kW, five minutes apart. */
    String isoPackage(String imo) {
        String sets = IntStream.range(0, 12)
                .mapToObj(i -> """
                        {"TimeStamp":"%s","Value":["600.0"],"Quality":["0"]}"""
                        .formatted(start.plus(Duration.ofMinutes(5L * i))))
                .collect(Collectors.joining(","));
        return """
                {"Package":{"Header":{"ShipID":"IMO%s"},"TimeSeriesData":[{
                 "DataConfiguration":{"ID":"tour","TimeStamp":"%s"},
                 "TabularData":[{"DataChannelID":["%s"],"DataSet":[%s]}]}]}}"""
                .formatted(imo, start, CHANNEL, sets);
    }

    /** Where the windows of the hour are. */
    String windows(String vessel) {
        return "/api/v1/power/" + vessel + "?start=" + start + "&end=" + end();
    }

    Instant end() {
        return start.plus(HOUR);
    }

    private static BigDecimal kilo(int thousandths) {
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
    }
}
