package io.fairlead.core.problem;

import io.fairlead.core.rows.SqlFailure;
import io.netty.channel.unix.Errors;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.core.Response;
import java.net.SocketException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A database that is away, full or being replaced is no fault that nobody foresaw: callers are told to come back. */
public class DatabaseAway {

    private static final Logger LOG = Logger.getLogger(DatabaseAway.class);
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Unexpected unexpected = new Unexpected();

    /** Nobody listens, or the server reset the connection. */
    @ServerExceptionMapper(priority = 1)
    public Response unreachable(SocketException e) {
        return away(e);
    }

    /** The same reset, as the native transport tells it. */
    @ServerExceptionMapper(priority = 1)
    public Response reset(Errors.NativeIoException e) {
        return away(e);
    }

    @ServerExceptionMapper(priority = 1)
    public Response cutOff(ClosedConnectionException e) {
        return away(e);
    }

    @ServerExceptionMapper(priority = 1)
    public Response refused(PgException e) {
        return SqlFailure.mayPass(e) ? away(e) : unexpected.unexpected(e);
    }

    private static Response away(Exception e) {
        LOG.warnf("database=away reason=%s", e.getMessage());
        return Problems.unavailable(
                        "The service cannot reach what it stands on. Whether a change was made is to be looked up.",
                        COME_BACK)
                .toResponse();
    }
}
