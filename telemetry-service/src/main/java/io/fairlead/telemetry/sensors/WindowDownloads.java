package io.fairlead.telemetry.sensors;

import io.fairlead.telemetry.table.Downloads;
import io.fairlead.telemetry.table.Form;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/** Windows without pages, as files. */
@ApplicationScoped
class WindowDownloads {

    private static final int WINDOWS_AT_ONCE = 50_000;

    private final SeriesSearch search;
    private final SensorWindows windows;
    private final Downloads downloads;

    WindowDownloads(SeriesSearch search, SensorWindows windows, Downloads downloads) {
        this.search = search;
        this.windows = windows;
        this.downloads = downloads;
    }

    /** Windows that are there already. */
    Response one(Form form, ChannelWindows found, WindowQuestion question) {
        WindowTable table = WindowTable.of(Stream.of(found.channel()), question.functions());
        return downloads.response(
                form, "windows", table.columns(), Multi.createFrom().item(() -> table.rows(List.of(found))));
    }

    /**
     * The windows of several channels, a few channels at a time.
     *
     * @param vessels only of these; null for all
     * @param channels only of these names; null or empty for all
     */
    Uni<Response> all(Form form, List<String> vessels, List<String> channels, WindowQuestion question) {
        return search.reported(vessels, channels, 0, SeriesSearch.ALL).map(series -> {
            WindowTable table = WindowTable.of(series.stream().map(ChannelView::of), question.functions());
            return downloads.response(
                    form,
                    "windows",
                    table.columns(),
                    Multi.createFrom()
                            .iterable(series)
                            .group()
                            .intoLists()
                            .of(Math.max(1, WINDOWS_AT_ONCE / question.windows()))
                            .onItem()
                            .transformToUniAndConcatenate(part -> windows.answer(part, question))
                            .map(table::rows));
        });
    }
}
