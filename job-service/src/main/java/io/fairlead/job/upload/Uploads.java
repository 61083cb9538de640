package io.fairlead.job.upload;

import io.fairlead.core.rows.Rows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Outputs that come in parts. While its lease holds a worker may send a part again, which replaces it; handed in with the
 * job's end they are never changed again. They are given out slice by slice, so however large one is, little of it is in memory.
 */
@ApplicationScoped
public class Uploads {

    /** How many bytes a part may have. */
    public static final int LARGEST_PART = 4 * 1024 * 1024;

    /** What the table takes. */
    public static final int MOST_PARTS = 10_000;

    /** How many bytes are read at once. */
    private static final int SLICE = 512 * 1024;

    /** Holds the job's row, so that no part is replaced once the job has ended. */
    private static final String KEEP =
            """
            with held as (
                select id from job where id = $1 and attempt = $2 and worker = $4 and state = 'running'
                for no key update
            ), upload as (
                insert into job_upload (job_id, attempt, name, begun_at)
                select id, $2, $3, $5 from held
                on conflict do nothing
            )
            insert into job_upload_part (job_id, attempt, name, number, data)
            select id, $2, $3, $6, $7 from held
            on conflict (job_id, attempt, name, number) do update set data = excluded.data
            """;

    private static final String HAND_IN =
            """
            with given as materialized (
                select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::integer[], $5::text[])
                    as given(job_id, attempt, name, parts, media_type)
            ), part as (
                select job_id, attempt, name, number, octet_length(data) as bytes,
                       sum(octet_length(data)) over (partition by job_id, attempt, name order by number) as upto
                from given join job_upload_part using (job_id, attempt, name)
            ), whole as (
                select job_id, attempt, name, media_type, sum(part.bytes) as bytes
                from given join part using (job_id, attempt, name)
                group by job_id, attempt, name, media_type, parts
                having count(*) = parts and max(number) = parts
            ), placed as (
                update job_upload_part as kept set start = part.upto - part.bytes
                from part
                where kept.job_id = part.job_id and kept.attempt = part.attempt and kept.name = part.name
                    and kept.number = part.number
            ), closed as (
                update job_upload as kept set media_type = whole.media_type, bytes = whole.bytes
                from whole
                where kept.job_id = whole.job_id and kept.attempt = whole.attempt and kept.name = whole.name
                returning kept.job_id, kept.attempt, kept.name
            ), output as (
                insert into job_output (job_id, name, upload_attempt)
                select job_id, name, attempt from closed
            )
            select name from given
            where not exists (select from closed where closed.job_id = given.job_id and closed.name = given.name)
            """;

    private static final String PARTS =
            """
            select number, start, octet_length(data) as bytes from job_upload_part
            where job_id = $1 and attempt = $2 and name = $3 and start <= $5 and start + octet_length(data) > $4
            order by number
            """;
    private static final String READ =
            """
            select substring(data from $5 for $6) as data from job_upload_part
            where job_id = $1 and attempt = $2 and name = $3 and number = $4
            """;

    private final Pool pool;
    private final int mostParts;

    Uploads(Pool pool, UploadConfig config) {
        this.pool = pool;
        long parts = (config.largest().asLongValue() + LARGEST_PART - 1) / LARGEST_PART;
        this.mostParts = (int) Math.min(MOST_PARTS, parts);
    }

    /** Which upload is meant. */
    public record Key(UUID job, int attempt, String name) {}

    /** A whole one. */
    public record Upload(Key key, String mediaType, long bytes) {}

    /** One that is said to be whole: it has the parts from 1 to so many. */
    public record HandedIn(Key key, int parts, String mediaType) {}

    private record Part(int number, long start, int bytes) {}

    private record Slice(int part, int offset, int bytes) {}

    /** How many parts an output may have. */
    public int mostParts() {
        return mostParts;
    }

    /**
     * Keeps a part, in the place of one of that number if there is any.
     *
     * @param worker who holds the lease
     * @return whether it does; if not, nothing was kept
     */
    public Uni<Boolean> keep(Key key, String worker, int number, byte[] data, Instant now) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(key.job())
                        .addInteger(key.attempt())
                        .addString(key.name())
                        .addString(worker)
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addInteger(number)
                        .addValue(Buffer.buffer(data)))
                .map(rows -> rows.rowCount() == 1);
    }

    /**
     * Makes outputs of what was sent, in the transaction that ends the attempts and has locked their jobs.
     *
     * @return fails with {@link IncompleteUpload} when one is not whole
     */
    public Uni<Void> handIn(SqlConnection transaction, List<HandedIn> uploads) {
        if (uploads.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(HAND_IN)
                .execute(Tuple.of(
                        uploads.stream().map(upload -> upload.key().job()).toArray(UUID[]::new),
                        uploads.stream().map(upload -> upload.key().attempt()).toArray(Integer[]::new),
                        uploads.stream().map(upload -> upload.key().name()).toArray(String[]::new),
                        uploads.stream().map(HandedIn::parts).toArray(Integer[]::new),
                        uploads.stream().map(HandedIn::mediaType).toArray(String[]::new)))
                .invoke(missing -> missing.forEach(row -> {
                    throw new IncompleteUpload(row.getString("name"));
                }))
                .replaceWithVoid();
    }

    /** The bytes from a first to a last one, read as they are asked for. */
    public Multi<byte[]> read(Upload upload, long first, long last) {
        Key key = upload.key();
        return pool.preparedQuery(PARTS)
                .execute(Tuple.of(key.job(), key.attempt(), key.name(), first, last))
                .map(rows -> Rows.list(rows, Uploads::part))
                .onItem()
                .transformToMulti(parts -> Multi.createFrom().iterable(parts))
                .onItem()
                .transformToMultiAndConcatenate(part -> Multi.createFrom().iterable(slices(part, first, last)))
                .onItem()
                .transformToUniAndConcatenate(slice -> read(key, slice));
    }

    private static Part part(Row row) {
        return new Part(row.getInteger("number"), row.getLong("start"), row.getInteger("bytes"));
    }

    private static List<Slice> slices(Part part, long first, long last) {
        int from = (int) Math.max(0, first - part.start());
        int to = (int) Math.min(part.bytes(), last + 1 - part.start());
        return Stream.iterate(from, at -> at < to, at -> at + SLICE)
                .map(at -> new Slice(part.number(), at, Math.min(SLICE, to - at)))
                .toList();
    }

    private Uni<byte[]> read(Key key, Slice slice) {
        return pool.preparedQuery(READ)
                .execute(Tuple.tuple()
                        .addUUID(key.job())
                        .addInteger(key.attempt())
                        .addString(key.name())
                        .addInteger(slice.part())
                        .addInteger(slice.offset() + 1)
                        .addInteger(slice.bytes()))
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new IllegalStateException("the job was forgotten while its result was read");
                    }
                    return rows.iterator().next().getBuffer("data").getBytes();
                });
    }
}
