package io.fairlead.telemetry.table;

import io.fairlead.core.http.Download;
import io.fairlead.core.identity.Caller;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives tables out in the forms that are for bulk. They are written away from the event loop. */
@ApplicationScoped
public class Downloads {

    /** Describes the 503 of downloads. */
    public static final String TOO_MANY = "Too many downloads are under way; Retry-After says when to try again.";

    private final Vertx vertx;
    private final DownloadTurns turns;
    private final Caller caller;
    private final long mostMemory;
    private BufferAllocator memory;

    Downloads(
            Vertx vertx,
            DownloadTurns turns,
            Caller caller,
            @ConfigProperty(name = "fairlead.arrow.memory", defaultValue = "268435456") long mostMemory) {
        this.vertx = vertx;
        this.turns = turns;
        this.caller = caller;
        this.mostMemory = mostMemory;
    }

    /**
     * The answer with a table.
     *
     * @param name what the table is called as a file
     * @param rows its rows, piece by piece; each as many as fit into memory well
     */
    public Response response(Form form, String name, List<Column> columns, Multi<Rows> rows) {
        return form.response(new Download(pieces(form, columns, rows)), name);
    }

    /**
     * The bytes of a table, as they are asked for, when it is its turn.
     *
     * @param rows its rows, piece by piece; each as many as fit into memory well
     */
    public Multi<byte[]> pieces(Form form, List<Column> columns, Multi<Rows> rows) {
        String person = caller.subject();
        return Multi.createFrom().deferred(() -> {
            DownloadTurns.Turn turn = turns.turn(person);
            return turn.come()
                    .onItem()
                    .transformToMulti(come -> written(form, columns, rows))
                    .onTermination()
                    .invoke(turn::leave);
        });
    }

    private Multi<byte[]> written(Form form, List<Column> columns, Multi<Rows> rows) {
        return Multi.createFrom()
                .resource(() -> writer(form, columns), writer -> Multi.createBy()
                        .concatenating()
                        .streams(
                                rows.onItem()
                                        .transformToUniAndConcatenate(
                                                piece -> vertx.executeBlocking(() -> writer.rows(piece), false)),
                                Multi.createFrom().item(writer::end)))
                .withFinalizer(TableWriter::close);
    }

    private TableWriter writer(Form form, List<Column> columns) {
        return switch (form) {
            case CSV -> new CsvTable(columns);
            case NDJSON -> new LinesTable(columns);
            case ARROW -> new ArrowTable(columns, memory());
            case PARQUET -> new ParquetTable(columns);
            default -> throw new IllegalArgumentException(form + " is no table");
        };
    }

    /** Taken when it is needed first: many instances never give out Arrow. */
    private synchronized BufferAllocator memory() {
        if (memory == null) {
            memory = new RootAllocator(mostMemory);
        }
        return memory;
    }

    @PreDestroy
    synchronized void release() {
        if (memory != null) {
            memory.close();
        }
    }
}
