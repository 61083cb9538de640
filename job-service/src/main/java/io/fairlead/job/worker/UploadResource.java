package io.fairlead.job.worker;

import io.fairlead.core.identity.Roles;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.queue.Lease;
import io.fairlead.job.upload.Uploads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes outputs that are too large for one message, part by part. A part may be sent again at any time, so a bad line costs one. */
@Path("/api/v1/workers/jobs/{jobID}/attempts/{attempt}/outputs/{outputID}/parts/{number}")
@Tag(name = "Workers")
@RolesAllowed(Roles.WORKER)
public class UploadResource {

    private final OutsideWork work;
    private final LeasedJobs jobs;
    private final Uploads uploads;
    private final Clock clock;

    UploadResource(OutsideWork work, LeasedJobs jobs, Uploads uploads, Clock clock) {
        this.work = work;
        this.jobs = jobs;
        this.uploads = uploads;
        this.clock = clock;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "putOutputPart",
            summary = "Send a part of a large output",
            description = "Parts are numbered from 1, and may come in any order, several at once and again. "
                    + "`complete` names the output in `uploads` and says how many parts it has.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            format = "binary",
                                            maxLength = Uploads.LARGEST_PART)))
    @APIResponse(responseCode = "204", description = "Kept.")
    @APIResponse(responseCode = "400", description = "A parameter is wrong, or the part is not what its digest says.")
    @APIResponse(responseCode = "404", description = "The process has no such output.")
    @APIResponse(responseCode = "409", description = "The lease is no longer held; the worker is to stop.")
    @APIResponse(responseCode = "413", description = "The part is larger than 4 MiB, or the output has too many.")
    @APIResponse(responseCode = "422", description = "The process is gone.")
    public Uni<Void> put(
            @PathParam("jobID") UUID job,
            @PathParam("attempt") @Min(value = 1, message = "must be at least 1") int attempt,
            @PathParam("outputID") String output,
            @PathParam("number")
                    @Min(value = 1, message = "must be 1 to 10000")
                    @Max(value = Uploads.MOST_PARTS, message = "must be 1 to 10000")
                    int number,
            @QueryParam("worker")
                    @NotNull(message = "is required")
                    @Pattern(regexp = WorkerMessages.NAME, message = WorkerMessages.NAME_RULE)
                    String worker,
            @HeaderParam(ContentDigest.HEADER)
                    @Parameter(description = "`sha-256=:…:` (RFC 9530); a part that differs is refused.")
                    String digest,
            byte[] body) {
        if (body.length > Uploads.LARGEST_PART) {
            throw Problems.of(413, "part-too-large", "Part too large", "A part has at most 4 MiB.");
        }
        if (number > uploads.mostParts()) {
            throw Problems.of(
                    413,
                    "output-too-large",
                    "Output too large",
                    "An output has at most " + uploads.mostParts() + " parts.");
        }
        if (!ContentDigest.holds(digest, body)) {
            throw Problems.badRequest(FieldError.query(ContentDigest.HEADER, "is not the digest of what arrived"));
        }
        Lease lease = work.lease(job, attempt, worker);
        return jobs.held(lease)
                .invoke(held -> work.requireOutput(held.process(), output))
                .chain(held -> uploads.keep(
                        new Uploads.Key(job, attempt, output), lease.worker(), number, body, clock.instant()))
                .invoke(kept -> {
                    if (!kept) {
                        throw OutsideWork.leaseLost();
                    }
                })
                .replaceWithVoid();
    }
}
