package io.fairlead.job.worker;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.stream.Closing;
import io.fairlead.job.log.LogLine;
import io.fairlead.job.queue.Heartbeat;
import io.fairlead.job.queue.Lease;
import io.fairlead.job.queue.QueueConfig;
import io.fairlead.job.worker.WorkerMessages.Completion;
import io.fairlead.job.worker.WorkerMessages.Ended;
import io.fairlead.job.worker.WorkerMessages.Failure;
import io.fairlead.job.worker.WorkerMessages.HandBack;
import io.fairlead.job.worker.WorkerMessages.Leased;
import io.fairlead.job.worker.WorkerMessages.Orders;
import io.fairlead.job.worker.WorkerMessages.Pulse;
import io.fairlead.job.worker.WorkerMessages.Request;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How workers anywhere, in any language, take part: lease jobs, renew the leases, say how it ended. */
@Path("/api/v1/workers")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Workers", description = "The protocol of workers outside of this service.")
@RolesAllowed(Roles.WORKER)
public class WorkerResource {

    private static final String BAD = "A field is wrong; `errors` names it.";
    private static final String LOST = "The lease is no longer held. Nothing was changed; the worker is to stop.";

    private final OutsideWork work;
    private final LeasedJobs jobs;
    private final Logbook log;
    private final QueueConfig config;
    private final CurrentVertxRequest request;
    private final Closing closing;

    WorkerResource(
            OutsideWork work,
            LeasedJobs jobs,
            Logbook log,
            QueueConfig config,
            CurrentVertxRequest request,
            Closing closing) {
        this.work = work;
        this.jobs = jobs;
        this.log = log;
        this.config = config;
        this.request = request;
        this.closing = closing;
    }

    @POST
    @Path("lease")
    @Operation(
            operationId = "leaseJobs",
            summary = "Take jobs, or wait for some",
            description =
                    "Each job is given to one worker, until its lease ends. Renew it every `heartbeatSeconds`. A worker "
                            + "that cannot renew a lease before its end has to stop that job: another one has it then.")
    @APIResponse(responseCode = "200", description = "The jobs; an empty list when none became ready in time.")
    @APIResponse(responseCode = "400", description = BAD)
    public Uni<Leased> lease(@NotNull @Valid Request body) {
        HttpServerResponse answer = request.getCurrent().response();
        return work.lease(
                        body.worker(),
                        body.processes(),
                        body.most(),
                        Duration.ofSeconds(body.waitSeconds()),
                        () -> answer.closed() || closing.ended())
                .map(claimed -> Leased.of(claimed, config));
    }

    @POST
    @Path("inputs")
    @Operation(
            operationId = "readLeasedJob",
            summary = "Read a job that is leased already",
            description =
                    "For a worker that was started for one job by who leased it, such as a pod: the attempt's inputs "
                            + "and how to renew its lease.")
    @APIResponse(responseCode = "200", description = "The one job.")
    @APIResponse(responseCode = "400", description = BAD)
    @APIResponse(responseCode = "409", description = LOST)
    public Uni<Leased> inputs(@NotNull @Valid HandBack body) {
        Lease lease = work.lease(body.jobID(), body.attempt(), body.worker());
        return jobs.claimed(lease).map(claimed -> Leased.of(List.of(claimed), config));
    }

    @POST
    @Path("heartbeat")
    @Operation(
            operationId = "renewLeases",
            summary = "Renew leases, tell how far the jobs have come and hand in what they wrote")
    @APIResponse(
            responseCode = "200",
            description = "What to do with each: `continue`; `cancel`, for it was called off: stop, then `fail`; "
                    + "`stop`, for the lease is lost: nothing more is to be said about it.")
    @APIResponse(responseCode = "400", description = BAD)
    public Uni<Orders> heartbeat(@NotNull @Valid Pulse body) {
        List<Heartbeat.Beat> beats = body.jobs().stream()
                .map(job -> new Heartbeat.Beat(
                        work.lease(job.jobID(), job.attempt(), body.worker()), job.progress(), job.message()))
                .toList();
        return work.renew(beats).call(() -> log.take(lines(body))).map(states -> Orders.of(beats, states));
    }

    private Map<Lease, List<LogLine>> lines(Pulse pulse) {
        return pulse.jobs().stream()
                .collect(Collectors.toMap(
                        job -> work.lease(job.jobID(), job.attempt(), pulse.worker()),
                        WorkerMessages.Progress::lines,
                        (first, second) ->
                                Stream.concat(first.stream(), second.stream()).toList()));
    }

    @POST
    @Path("complete")
    @Operation(operationId = "completeJob", summary = "Hand in a job's results")
    @APIResponse(
            responseCode = "200",
            description = "Stored; or thrown away, when the job was called off meanwhile or for results that cannot be "
                    + "published, with which it fails: see `state`.")
    @APIResponse(responseCode = "400", description = BAD)
    @APIResponse(responseCode = "409", description = LOST)
    @APIResponse(responseCode = "422", description = "The process is gone, so its results cannot be checked.")
    public Uni<Ended> complete(@NotNull @Valid Completion body) {
        Lease lease = work.lease(body.jobID(), body.attempt(), body.worker());
        return jobs.held(lease)
                .chain(job -> work.complete(lease, body.outputs(), body.uploads(), job.process())
                        .onFailure(IllegalArgumentException.class)
                        .recoverWithUni(failure -> work.fail(job, lease, Attempt.unpublishable(lease, failure), false)))
                .map(Ended::of);
    }

    @POST
    @Path("fail")
    @Operation(operationId = "failJob", summary = "Say that an attempt failed")
    @APIResponse(responseCode = "200", description = "Noted; see `state` for whether it is tried again.")
    @APIResponse(responseCode = "400", description = BAD)
    @APIResponse(responseCode = "409", description = LOST)
    public Uni<Ended> fail(@NotNull @Valid Failure body) {
        Lease lease = work.lease(body.jobID(), body.attempt(), body.worker());
        return jobs.held(lease)
                .chain(job -> work.fail(job, lease, body.message(), body.retryable()))
                .map(Ended::of);
    }

    @POST
    @Path("release")
    @Operation(operationId = "releaseJob", summary = "Leave a job to another worker, at once")
    @APIResponse(responseCode = "200", description = "It is ready again.")
    @APIResponse(responseCode = "400", description = BAD)
    @APIResponse(responseCode = "409", description = LOST)
    public Uni<Ended> release(@NotNull @Valid HandBack body) {
        return work.handBack(work.lease(body.jobID(), body.attempt(), body.worker()))
                .map(Ended::of);
    }
}
