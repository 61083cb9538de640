package io.fairlead.job.job;

import io.fairlead.core.http.RangedBytes;
import io.fairlead.core.rows.Rows;
import io.fairlead.job.upload.Uploads;
import io.fairlead.job.upload.Uploads.Upload;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What successful jobs found out, as the one who submitted them wanted it. */
@ApplicationScoped
public class Results {

    private static final String WANTED =
            """
            select job.response, output.job_id, output.name, output.value::text as value, upload.attempt, upload.media_type, upload.bytes
            from job left join job_output as output
                on output.job_id = coalesce(job.reused_from, job.id)
                    and (job.outputs is null or output.name = any(job.outputs))
            left join job_upload as upload
                on upload.job_id = output.job_id and upload.attempt = output.upload_attempt and upload.name = output.name
            where job.id = $1
            order by output.name
            """;
    private static final String ONE =
            """
            select output.job_id, output.name, output.value::text as value, upload.attempt, upload.media_type, upload.bytes
            from job join job_output as output on output.job_id = coalesce(job.reused_from, job.id)
            left join job_upload as upload
                on upload.job_id = output.job_id and upload.attempt = output.upload_attempt and upload.name = output.name
            where job.id = $1 and output.name = $2
            """;

    private final Pool pool;
    private final Uploads uploads;

    Results(Pool pool, Uploads uploads) {
        this.pool = pool;
        this.uploads = uploads;
    }

    /**
     * The outputs that were asked for.
     *
     * @param raw whether each is to be given as it is
     * @param outputs by name
     */
    record Wanted(boolean raw, Map<String, Output> outputs) {}

    /**
     * One output: a value, or one that came in parts.
     *
     * @param value JSON text; null if it came in parts
     * @param upload null if it is a value
     */
    record Output(String value, Upload upload) {}

    Uni<Wanted> wanted(UUID job) {
        return pool.preparedQuery(WANTED).execute(Tuple.of(job)).map(rows -> {
            Map<String, Output> outputs = new LinkedHashMap<>();
            boolean raw = false;
            for (Row row : rows) {
                raw = row.getString("response").equals(ExecuteRequest.Delivery.RAW.toString());
                if (row.getString("name") != null) {
                    outputs.put(row.getString("name"), output(row));
                }
            }
            return new Wanted(raw, outputs);
        });
    }

    /** One output, whether it was asked for or not. */
    Uni<Optional<Output>> output(UUID job, String name) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(job, name))
                .map(rows -> Rows.list(rows, Results::output).stream().findFirst());
    }

    /** The bytes of an output. */
    RangedBytes bytes(Output output) {
        if (output.upload() != null) {
            Upload upload = output.upload();
            return new RangedBytes(
                    upload.mediaType(), upload.bytes(), (first, last) -> uploads.read(upload, first, last));
        }
        byte[] json = output.value().getBytes(StandardCharsets.UTF_8);
        return RangedBytes.of(MediaType.APPLICATION_JSON, json);
    }

    private static Output output(Row row) {
        Integer attempt = row.getInteger("attempt");
        return new Output(
                row.getString("value"),
                attempt == null
                        ? null
                        : new Upload(
                                new Uploads.Key(row.getUUID("job_id"), attempt, row.getString("name")),
                                row.getString("media_type"),
                                row.getLong("bytes")));
    }
}
