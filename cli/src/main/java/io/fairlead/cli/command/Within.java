package io.fairlead.cli.command;

import io.fairlead.cli.api.Query;
import picocli.CommandLine.Option;

/** Which schedules by their time. */
final class Within {

    @Option(names = "--from", paramLabel = "TIME", description = "Only schedules that end after this time.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only schedules that begin before this time.")
    private String to;

    Query add(Query query) {
        return query.with("from", from).with("to", to);
    }
}
