package io.fairlead.job.job;

import io.fairlead.job.process.ProcessCatalogue;
import io.fairlead.job.process.ProcessDescription;
import io.fairlead.job.project.Person;
import io.fairlead.job.queue.Announcer;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.OnePlan;
import io.fairlead.job.subscriber.Subscriptions;
import io.fairlead.job.subscriber.Subscriptions.Subscription;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Stores jobs that {@link Submission} let pass, with their inputs, who is told of them, and what is told. One that may reuse results
 * and finds some is stored as successful.
 */
@ApplicationScoped
class NewJobs {

    /** A job whose results are reused is locked against being forgotten meanwhile. */
    private static final String SUBMIT =
            """
            with given as materialized (
                select uuidv7() as id, process, process_version, project, priority, inputs, response, outputs, retry_of, licence,
                       vessels, created_by, created_by_name, inputs_hash, reuse, command, admin, readable, position
                from unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::text[], $6::text[], $7::text[],
                            $8::uuid[], $9::text[], $10::text[], $11::text[], $12::text[], $14::text[], $15::boolean[],
                            $16::text[], $17::boolean[], $18::text[])
                    with ordinality as given(process, process_version, project, priority, inputs, response, outputs,
                                             retry_of, licence, vessels, created_by, created_by_name, inputs_hash, reuse,
                                             command, admin, readable, position)
                order by position
            ), source as materialized (
                select given.id as job_id, job.id
                from given
                cross join lateral (
                    select case when given.readable is not null
                        then array(select jsonb_array_elements_text(given.readable::jsonb)) end as vessels
                ) as seen
                cross join lateral (
                    select id from job
                    where given.reuse and process = given.process and process_version = given.process_version
                        and inputs_hash = decode(given.inputs_hash, 'hex') and state = 'successful' and reused_from is null
                        and project is not distinct from given.project and %1$s
                    order by finished_at desc
                    limit 1
                    for key share skip locked
                ) as job
            ), accepted as (
                insert into job (id, process, process_version, project, priority, created_by, created_by_name,
                                 ready_at, created_at, updated_at, response, outputs, retry_of, licence, vessels,
                                 inputs_hash, command, reused_from, state, version, progress, finished_at, message)
                select given.id, process, process_version, project, priority, created_by, created_by_name,
                       $13::timestamptz, $13::timestamptz, $13::timestamptz, response, outputs::text[], retry_of, licence,
                       array(select jsonb_array_elements_text(vessels::jsonb)), decode(inputs_hash, 'hex'), command, source.id,
                       case when source.id is null then 'queued' else 'successful' end,
                       case when source.id is null then 1 else 2 end, case when source.id is null then 0 else 100 end,
                       case when source.id is not null then $13::timestamptz end, 'Its results are those of job ' || source.id || '.'
                from given left join source on source.job_id = given.id
                returning %2$s
            ), input as (
                insert into job_input (job_id, name, value)
                select given.id, value.key, value.value from given, jsonb_each(given.inputs::jsonb) as value
            )
            select %3$s from accepted join given using (id) order by position
            """
                    .formatted(
                            Visibility.sql("given.created_by", "given.admin", "seen.vessels"),
                            Job.columns("job"),
                            Job.columns("accepted"));

    private final ProcessCatalogue catalogue;
    private final Subscriptions subscriptions;
    private final Announcer announcer;
    private final Clock clock;

    NewJobs(ProcessCatalogue catalogue, Subscriptions subscriptions, Announcer announcer, Clock clock) {
        this.catalogue = catalogue;
        this.subscriptions = subscriptions;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * A job that somebody asked for.
     *
     * @param key tells it from others that are stored with it
     * @param inputs its inputs as the text of a JSON object
     * @param trace null if in none
     */
    record Asked(Object key, NewJob job, String inputs, Person person, String trace) {

        static Asked of(Object key, NewJob job, Person person, String trace) {
            return new Asked(key, job, job.inputs().toString(), person, trace);
        }
    }

    /** Stores them in their order. */
    Uni<List<Job>> store(SqlConnection transaction, List<Asked> asked) {
        List<NewJob> requests = asked.stream().map(Asked::job).toList();
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(each(requests, NewJob::process))
                .addArrayOfString(each(requests, request -> process(request).version()))
                .addArrayOfString(each(requests, NewJob::project))
                .addArrayOfShort(requests.stream()
                        .map(request -> (short) request.priority())
                        .toArray(Short[]::new))
                .addArrayOfString(each(asked, Asked::inputs))
                .addArrayOfString(each(requests, request -> request.response().toString()))
                .addArrayOfString(each(requests, NewJobs::outputs))
                .addArrayOfUUID(requests.stream().map(NewJob::retryOf).toArray(UUID[]::new))
                .addArrayOfString(each(requests, request -> process(request).licence()))
                .addArrayOfString(each(requests, request -> json(vessels(request))))
                .addArrayOfString(each(asked, each -> each.person().subject()))
                .addArrayOfString(each(asked, each -> each.person().name()))
                .addOffsetDateTime(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .addArrayOfString(each(requests, this::inputsHash))
                .addArrayOfBoolean(requests.stream().map(NewJob::reuse).toArray(Boolean[]::new))
                .addArrayOfString(each(requests, NewJob::command))
                .addArrayOfBoolean(
                        asked.stream().map(each -> each.person().admin()).toArray(Boolean[]::new))
                .addArrayOfString(each(asked, each -> each.person()
                        .scope()
                        .vessels()
                        .map(NewJobs::json)
                        .orElse(null)));
        return OnePlan.execute(transaction, SUBMIT, parameters)
                .map(Job::list)
                .call(jobs -> subscriptions.keep(transaction, subscriptions(jobs, requests)))
                .call(jobs -> tell(transaction, jobs, asked));
    }

    /** Tells that jobs were accepted, and of those that reuse results, that they succeeded. */
    private Uni<Void> tell(SqlConnection transaction, List<Job> jobs, List<Asked> asked) {
        List<Job> steps = new ArrayList<>();
        List<String> traces = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            for (Job step : job.reusedFrom() == null ? List.of(job) : List.of(job.whenAccepted(), job)) {
                steps.add(step);
                traces.add(asked.get(i).trace());
            }
        }
        return announcer.tellNew(transaction, steps, traces);
    }

    private static String json(Set<String> texts) {
        return new JsonArray(List.copyOf(texts)).encode();
    }

    private String inputsHash(NewJob request) {
        return process(request).deterministic() ? InputsHash.of(request.inputs()) : null;
    }

    private static List<Subscription> subscriptions(List<Job> jobs, List<NewJob> requests) {
        return IntStream.range(0, jobs.size())
                .filter(i -> requests.get(i).subscriber() != null)
                .mapToObj(i -> new Subscription(
                        jobs.get(i).id(),
                        requests.get(i).subscriber(),
                        requests.get(i).base()))
                .toList();
    }

    private Set<String> vessels(NewJob request) {
        return catalogue.vessels(request.process(), request.inputs());
    }

    private ProcessDescription process(NewJob request) {
        return catalogue.description(request.process()).orElseThrow();
    }

    /** As the text of an array, for arrays of arrays must be rectangular. Names of outputs are those of a description. */
    private static String outputs(NewJob request) {
        return request.outputs().isEmpty() ? null : "{" + String.join(",", request.outputs()) + "}";
    }

    private static <T> String[] each(List<T> all, Function<T, String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }
}
