package io.fairlead.fleet.exchange;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Comparator;
import java.util.List;

/** 400 for a file: each error with its line and column, the first hundreds of them. Nothing was imported. */
final class CsvProblem {

    private static final int BAD_REQUEST = 400;
    private static final int MOST_SHOWN = 500;

    private CsvProblem() {}

    static void requireNone(List<CsvError> errors) {
        if (!errors.isEmpty()) {
            throw of(errors);
        }
    }

    static HttpProblem of(List<CsvError> errors) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/invalid-csv"))
                .withTitle("Invalid CSV")
                .withStatus(BAD_REQUEST)
                .withDetail(errors.size() + " errors; nothing was imported.")
                .with(
                        "errors",
                        errors.stream()
                                .sorted(Comparator.comparingLong(CsvError::line))
                                .limit(MOST_SHOWN)
                                .toList())
                .build();
    }
}
