package io.fairlead.job.job;

import io.fairlead.core.paging.Page;
import io.fairlead.job.ogc.Link;
import io.fairlead.job.queue.Job;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of jobs in the standard's shape, which has its own name for the items and holds its links itself. */
public record JobList(
        List<StatusInfo> jobs,
        List<Link> links,
        @Schema(nullable = true, description = "The cursor of the next page; null after the last.") String next) {

    static Response response(Page<Job> page, UriInfo uri) {
        List<Link> links = Link.ofPage(uri, page.next());
        List<StatusInfo> jobs =
                page.items().stream().map(job -> StatusInfo.of(job, uri)).toList();
        Response.ResponseBuilder answer = Response.ok(new JobList(jobs, links, page.next()));
        links.stream()
                .filter(link -> link.rel().equals("next"))
                .forEach(link -> answer.header("Link", "<" + link.href() + ">; rel=\"next\""));
        return answer.build();
    }
}
