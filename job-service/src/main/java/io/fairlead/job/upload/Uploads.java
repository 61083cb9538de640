package io.fairlead.job.upload;

import io.fairlead.core.rows.Rows;
import io.fairlead.job.queue.Lease;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Outputs that come in parts. While its lease holds a worker may send a part again, which replaces it; handed in with the
 * job's end they are never changed again. They are given out slice by slice, so however large one is, little of it is in memory.
 */
@ApplicationScoped
public class Uploads {

    /** How many bytes are read at once. */
    private static final int SLICE = 512 * 1024;

    /** Holds the job's row, so that no part is replaced once the job has ended. */
    private static final String KEEP =
            """
            with held as (
                select id from job where id = $1 and attempt = $2 and worker = $3 and state = 'running' for share
            ), upload as (
                insert into job_upload (job_id, attempt, name, begun_at)
                select id, $2, $4, $5 from held
                on conflict (job_id, attempt, name) do update set media_type = null, bytes = null
                where job_upload.bytes is not null
            )
            insert into job_upload_part (job_id, attempt, name, number, data)
            select id, $2, $4, $6, $7 from held
            on conflict (job_id, attempt, name, number) do update set data = excluded.data
            """;

    private static final String CLOSE =
            """
            with part as (
                select number, octet_length(data) as bytes, sum(octet_length(data)) over (order by number) as upto
                from job_upload_part
                where job_id = $1 and attempt = $2 and name = $4
            ), placed as (
                update job_upload_part set start = part.upto - part.bytes
                from part
                where job_id = $1 and attempt = $2 and name = $4 and job_upload_part.number = part.number
            )
            update job_upload
            set media_type = $5, bytes = (select coalesce(max(upto), 0) from part)
            where job_id = $1 and attempt = $2 and name = $4
                and (select count(*) = $6 and coalesce(max(number), 0) = $6 from part)
                and exists (select from job where id = $1 and attempt = $2 and worker = $3)
            """;

    private static final String FIND =
            "select media_type, bytes from job_upload where job_id = $1 and attempt = $2 and name = $3";
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

    Uploads(Pool pool) {
        this.pool = pool;
    }

    /** Which upload is meant. */
    public record Key(UUID job, int attempt, String name) {}

    /** A whole one. */
    public record Upload(Key key, String mediaType, long bytes) {}

    private record Part(int number, long start, int bytes) {}

    private record Slice(int part, int offset, int bytes) {}

    /**
     * Keeps a part, in the place of one of that number if there is any.
     *
     * @return whether the lease held; if not, nothing was kept
     */
    public Uni<Boolean> keep(Lease lease, String name, int number, byte[] data, Instant now) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(lease.job())
                        .addInteger(lease.attempt())
                        .addString(lease.worker())
                        .addString(name)
                        .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                        .addInteger(number)
                        .addValue(Buffer.buffer(data)))
                .map(rows -> rows.rowCount() == 1);
    }

    /**
     * Makes the parts a whole; it becomes an output when the attempt ends well.
     *
     * @param parts how many there are: those numbered from 1 to this
     * @return whether all of them, and no others, had arrived
     */
    public Uni<Boolean> close(Lease lease, String name, int parts, String mediaType) {
        return pool.preparedQuery(CLOSE)
                .execute(Tuple.tuple()
                        .addUUID(lease.job())
                        .addInteger(lease.attempt())
                        .addString(lease.worker())
                        .addString(name)
                        .addString(mediaType)
                        .addLong((long) parts))
                .map(rows -> rows.rowCount() == 1);
    }

    /** A whole one; empty when there is none of that key. */
    public Uni<Optional<Upload>> find(Key key) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(key.job(), key.attempt(), key.name()))
                .map(rows ->
                        Rows.list(rows, row -> new Upload(key, row.getString("media_type"), row.getLong("bytes")))
                                .stream()
                                .findFirst());
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
