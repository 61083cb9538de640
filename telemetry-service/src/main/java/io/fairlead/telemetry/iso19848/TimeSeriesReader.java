package io.fairlead.telemetry.iso19848;

import io.fairlead.core.Computation;
import io.fairlead.telemetry.reading.Channel;
import io.fairlead.telemetry.reading.TimeLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the {@code TimeSeriesData} of an ISO 19848 package: tables of values by time and channel, and events of one
 * channel each. The counts that a package may carry must be right: they show a package that was cut off.
 */
@Computation
final class TimeSeriesReader {

    private final KnownChannels channels;
    private final ValueReader values;

    private TimeSeriesReader(KnownChannels channels, TimeLimits limits) {
        this.channels = channels;
        this.values = new ValueReader(limits);
    }

    /**
     * Reads all time series of a package into its batch.
     *
     * @param data the package's {@code TimeSeriesData}
     */
    static void read(PackageNode data, KnownChannels channels, TimeLimits limits) {
        TimeSeriesReader reader = new TimeSeriesReader(channels, limits);
        List<PackageNode> all = data.list();
        if (all.isEmpty()) {
            data.refuse("At least one time series is needed.");
        }
        all.forEach(reader::series);
    }

    private void series(PackageNode series) {
        String list = series.get("DataConfiguration").get("ID").text();
        List<PackageNode> tables = series.get("TabularData").list();
        PackageNode events = series.get("EventData");
        if (series.get("TabularData").node().isEmpty() && events.missing()) {
            series.refuse("TabularData or EventData is needed.");
        }
        tables.forEach(table -> table(table, list));
        if (!events.missing()) {
            events(events, list);
        }
    }

    private void table(PackageNode table, String list) {
        List<Channel> columns = new ArrayList<>();
        List<PackageNode> ids = table.get("DataChannelID").list();
        ids.forEach(id -> columns.add(channel(id, list)));
        List<PackageNode> rows = table.get("DataSet").list();
        count(table.get("NumberOfDataChannel"), ids.size());
        count(table.get("NumberOfDataSet"), rows.size());
        if (ids.isEmpty()) {
            table.get("DataChannelID").refuse("At least one channel is needed.");
        }
        rows.forEach(row -> row(row, columns));
    }

    private void row(PackageNode row, List<Channel> columns) {
        String time = row.get("TimeStamp").required();
        Long nanos = values.time(row.get("TimeStamp"), time);
        PackageNode cells = row.get("Value");
        PackageNode qualities = row.get("Quality");
        if (cells.list().size() != columns.size()) {
            cells.refuse("One value for each of the %d channels is needed.".formatted(columns.size()));
            return;
        }
        if (!qualities.missing() && qualities.list().size() != columns.size()) {
            qualities.refuse("One quality for each of the %d channels is needed.".formatted(columns.size()));
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            values.read(columns.get(i), time, nanos, cells.get(i), qualities.get(i));
        }
    }

    private void events(PackageNode events, String list) {
        List<PackageNode> all = events.get("DataSet").list();
        count(events.get("NumberOfDataSet"), all.size());
        for (PackageNode event : all) {
            Channel channel = channel(event.get("DataChannelID"), list);
            String time = event.get("TimeStamp").required();
            Long nanos = values.time(event.get("TimeStamp"), time);
            values.read(channel, time, nanos, event.get("Value"), event.get("Quality"));
        }
    }

    private Channel channel(PackageNode id, String list) {
        String text = id.required();
        if (text == null) {
            return null;
        }
        Channel channel = channels.find(list, text);
        if (channel == null) {
            id.refuse("This is neither a LocalID nor a ShortID of data channel list '%s'."
                    .formatted(list == null ? "" : list));
        }
        return channel;
    }

    private static void count(PackageNode count, int actual) {
        String text = count.text();
        if (text != null && !text.equals(Integer.toString(actual))) {
            count.refuse("The package holds %d.".formatted(actual));
        }
    }
}
