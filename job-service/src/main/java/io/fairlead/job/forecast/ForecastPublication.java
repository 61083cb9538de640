package io.fairlead.job.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.event.Event;
import io.fairlead.core.event.Topics;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.Publication;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Publishes each forecast on {@code analytics.results}. */
@Singleton
public class ForecastPublication implements Publication {

    private static final List<Column> COLUMNS = List.of(
            new Column("time", null),
            new Column("meanKW", "kW"),
            new Column("low80KW", "kW"),
            new Column("high80KW", "kW"),
            new Column("low95KW", "kW"),
            new Column("high95KW", "kW"));

    private final ObjectMapper json;

    ForecastPublication(ObjectMapper json) {
        this.json = json;
    }

    /** What the topic takes for a result. */
    record Result(
            String name,
            String vessel,
            Instant start,
            Instant end,
            String type,
            Table value,
            Model model,
            Run run,
            Instant producedAt) {}

    record Table(List<Column> columns, List<List<Object>> rows) {}

    record Column(String name, String unit) {}

    record Model(String name, String version) {}

    record Run(String id, Map<String, Object> parameters, PowerForecast.Accuracy metrics) {}

    @Override
    public List<Event> of(Job job, ObjectNode outputs) {
        if (!job.process().equals(PowerForecastProcess.ID)) {
            return List.of();
        }
        Result result = result(job, forecast(outputs));
        return List.of(Event.of(Topics.ANALYTICS_RESULTS, result.vessel(), "analytics.result.published", result));
    }

    /** Only a worker elsewhere could hand in something else than a forecast. */
    private PowerForecast forecast(ObjectNode outputs) {
        try {
            PowerForecast forecast = json.treeToValue(outputs, PowerForecast.class);
            if (Stream.of(
                            forecast.vessel(),
                            forecast.start(),
                            forecast.end(),
                            forecast.points(),
                            forecast.parameters(),
                            forecast.accuracy())
                    .anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("the outputs are no whole forecast");
            }
            return forecast;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the outputs are no forecast", e);
        }
    }

    private static Result result(Job job, PowerForecast forecast) {
        Parameters parameters = forecast.parameters();
        return new Result(
                PowerForecastProcess.ID,
                forecast.vessel(),
                forecast.start(),
                forecast.end(),
                "table",
                new Table(
                        COLUMNS,
                        forecast.points().stream().map(ForecastPublication::row).toList()),
                new Model(PowerForecastProcess.ID, job.processVersion()),
                new Run(
                        job.id().toString(),
                        Map.of(
                                "season", parameters.season(),
                                "dayWeight", parameters.dayWeight(),
                                "damping", parameters.damping(),
                                "smoothing", parameters.smoothing()),
                        forecast.accuracy()),
                job.finishedAt());
    }

    private static List<Object> row(PowerForecast.Point point) {
        return List.of(
                point.time(), point.meanKW(), point.low80KW(), point.high80KW(), point.low95KW(), point.high95KW());
    }
}
