package io.fairlead.cli.command;

import io.fairlead.cli.Exit;
import io.fairlead.cli.api.Pages;
import io.fairlead.cli.api.Query;
import io.fairlead.cli.output.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A vessel's energy. */
@Command(name = "power", description = "Lists a vessel's energy by 15 minutes, hours, days or months.")
public final class PowerCommand extends ApiCommand {

    @Parameters(paramLabel = "VESSEL", description = "The vessel's code.")
    private String vessel;

    @Option(names = "--interval", description = "PT15M, PT1H, P1D or P1M; PT15M if absent.")
    private String interval;

    @Option(names = "--zone", description = "The time zone of days and months, as in Europe/Oslo; UTC if absent.")
    private String zone;

    @Mixin
    private Period period;

    @Override
    public Integer call() {
        Pages windows = new Pages(api(), this::query, "windows", Long.MAX_VALUE);
        printer()
                .list(
                        Column.of(
                                "/start",
                                "/end",
                                "/kWh",
                                "/meanKW",
                                "/minKW",
                                "/maxKW",
                                "/count",
                                "/coverageSeconds",
                                "/state"),
                        windows);
        return Exit.DONE;
    }

    private Query query(String cursor) {
        return Query.to("/api/v1/power/{}", vessel)
                .with("start", period.start())
                .with("end", period.end())
                .with("interval", interval)
                .with("zone", zone)
                .with("cursor", cursor);
    }
}
