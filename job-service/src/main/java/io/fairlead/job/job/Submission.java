package io.fairlead.job.job;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.process.InputCheck;
import io.fairlead.job.process.ProcessCatalogue;
import io.fairlead.job.process.ProcessDescription;
import io.fairlead.job.project.Membership;
import io.fairlead.job.project.Person;
import io.fairlead.job.queue.Announcer;
import io.fairlead.job.queue.Job;
import io.fairlead.job.subscriber.SubscriberCheck;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Accepts jobs: the job, its inputs and the event that tells of it are stored together or not at all. */
@ApplicationScoped
public class Submission {

    /** A job whose results are reused is locked against being forgotten meanwhile. */
    private static final String SUBMIT =
            """
            with given as materialized (
                select uuidv7() as id, given.*
                from unnest($1::text[], $2::text[], $3::text[], $4::smallint[], $5::text[], $6::text[], $7::text[],
                            $8::uuid[], $9::text[], $10::text[], $14::text[], $15::boolean[], $16::text[])
                    with ordinality as given(process, process_version, project, priority, inputs, response, outputs,
                                             retry_of, licence, vessels, inputs_hash, reuse, command, position)
                order by position
            ), source as materialized (
                select given.id as job_id, job.*
                from given cross join lateral (
                    select id from job
                    where given.reuse and process = given.process and process_version = given.process_version
                        and inputs_hash = decode(given.inputs_hash, 'hex') and state = 'successful' and reused_from is null
                        and project is not distinct from given.project and
            """
                    + Visibility.sql(17)
                    + """
                    order by finished_at desc
                    limit 1
                    for key share skip locked
                ) as job
            ), accepted as (
                insert into job (id, process, process_version, project, priority, created_by, created_by_name,
                                 ready_at, created_at, updated_at, response, outputs, retry_of, licence, vessels,
                                 inputs_hash, command, reused_from, state, version, progress, finished_at, message)
                select given.id, process, process_version, project, priority, $11, $12,
                       $13::timestamptz, $13::timestamptz, $13::timestamptz, response, outputs::text[], retry_of, licence,
                       array(select jsonb_array_elements_text(vessels::jsonb)), decode(inputs_hash, 'hex'), command, source.id,
                       case when source.id is null then 'queued' else 'successful' end,
                       case when source.id is null then 1 else 2 end, case when source.id is null then 0 else 100 end,
                       case when source.id is not null then $13::timestamptz end, 'Its results are those of job ' || source.id || '.'
                from given left join source on source.job_id = given.id
                returning job.*
            ), input as (
                insert into job_input (job_id, name, value)
                select given.id, value.key, value.value from given, jsonb_each(given.inputs::jsonb) as value
            )
            select accepted.* from accepted join given using (id) order by position
            """;

    private final ProcessCatalogue catalogue;
    private final Announcer announcer;
    private final Membership membership;
    private final SubscriberCheck subscriberCheck;
    private final Subscriptions subscriptions;
    private final Clock clock;

    Submission(
            ProcessCatalogue catalogue,
            Announcer announcer,
            Membership membership,
            SubscriberCheck subscriberCheck,
            Subscriptions subscriptions,
            Clock clock) {
        this.subscriberCheck = subscriberCheck;
        this.subscriptions = subscriptions;
        this.catalogue = catalogue;
        this.announcer = announcer;
        this.membership = membership;
        this.clock = clock;
    }

    /**
     * Passes if the process exists, its inputs are good, and the person may read what it will read in their place.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming what is wrong, 403 for a vessel of others
     */
    public void require(NewJob request, Person person) {
        List<FieldError> errors = errors(request);
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
        requireReadable(request, person);
    }

    /** What is wrong with a job; empty when nothing is. */
    public List<FieldError> errors(NewJob request) {
        Optional<FieldError> unknown = processError(request.process());
        if (unknown.isPresent()) {
            return List.of(unknown.get());
        }
        List<FieldError> errors = new ArrayList<>(catalogue.check(request.process(), request.inputs()));
        errors.addAll(unknownOutputs(request));
        errors.addAll(subscriberCheck.errors(request.subscriber()));
        return errors;
    }

    /** What is wrong with the name of a process; empty when there is one of that name. */
    public Optional<FieldError> processError(String process) {
        return catalogue.description(process).isPresent()
                ? Optional.empty()
                : Optional.of(FieldError.body("/process", "There is no such process."));
    }

    /** Passes if the person may read the data that a job without errors will read. */
    void requireReadable(NewJob request, Person person) {
        vessels(request).forEach(person::requireRead);
    }

    private Set<String> vessels(NewJob request) {
        return catalogue.vessels(request.process(), request.inputs());
    }

    private List<FieldError> unknownOutputs(NewJob request) {
        Set<String> known =
                catalogue.description(request.process()).orElseThrow().outputs().keySet();
        return request.outputs().stream()
                .filter(output -> !known.contains(output))
                .map(output -> FieldError.body("/outputs" + InputCheck.step(output), "is no output"))
                .toList();
    }

    /**
     * Stores a job that {@link #require} let pass.
     *
     * @return the job; fails with 400 when the person may not submit in its project
     */
    public Uni<Job> submit(SqlConnection transaction, NewJob request, Person person) {
        return submit(transaction, List.of(request), person, "").map(jobs -> jobs.get(0));
    }

    /**
     * Stores jobs that {@link #require} let pass, all or none.
     *
     * @param list the pointer to the list of them in the request
     * @return the jobs in their order; fails with 400 when the person may not submit in a project of theirs
     */
    Uni<List<Job>> submit(SqlConnection transaction, List<NewJob> requests, Person person, String list) {
        Set<String> projects =
                requests.stream().map(NewJob::project).filter(Objects::nonNull).collect(Collectors.toSet());
        return membership
                .refusals(transaction, projects, person)
                .invoke(refusals -> requireNone(refusals, requests, list))
                .chain(() -> store(transaction, requests, person));
    }

    private static void requireNone(Map<String, String> refusals, List<NewJob> requests, String list) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            String project = requests.get(i).project();
            if (project != null && refusals.containsKey(project)) {
                String item = list.isEmpty() ? "" : list + "/" + i;
                errors.add(FieldError.body(item + "/project", refusals.get(project)));
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.badRequest(errors);
        }
    }

    private Uni<List<Job>> store(SqlConnection transaction, List<NewJob> requests, Person person) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(each(requests, NewJob::process))
                .addArrayOfString(each(requests, request -> process(request).version()))
                .addArrayOfString(each(requests, NewJob::project))
                .addArrayOfShort(requests.stream()
                        .map(request -> (short) request.priority())
                        .toArray(Short[]::new))
                .addArrayOfString(each(requests, request -> request.inputs().toString()))
                .addArrayOfString(each(requests, request -> request.response().toString()))
                .addArrayOfString(each(requests, Submission::outputs))
                .addArrayOfUUID(requests.stream().map(NewJob::retryOf).toArray(UUID[]::new))
                .addArrayOfString(each(requests, request -> process(request).licence()))
                .addArrayOfString(each(requests, request -> new JsonArray(List.copyOf(vessels(request))).encode()))
                .addString(person.subject())
                .addString(person.name())
                .addOffsetDateTime(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .addArrayOfString(each(requests, this::inputsHash))
                .addArrayOfBoolean(requests.stream().map(NewJob::reuse).toArray(Boolean[]::new))
                .addArrayOfString(each(requests, NewJob::command));
        return transaction
                .preparedQuery(SUBMIT)
                .execute(Visibility.add(parameters, person))
                .map(Job::list)
                .call(jobs -> subscriptions.keep(transaction, subscriptions(jobs, requests)))
                .call(jobs -> announcer.tell(transaction, steps(jobs)));
    }

    /** What is told of jobs: that they were accepted, and of those that reuse results, that they succeeded. */
    private static List<Job> steps(List<Job> jobs) {
        return jobs.stream()
                .flatMap(job -> job.reusedFrom() == null ? Stream.of(job) : Stream.of(job.whenAccepted(), job))
                .toList();
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

    private ProcessDescription process(NewJob request) {
        return catalogue.description(request.process()).orElseThrow();
    }

    /** As the text of an array, for arrays of arrays must be rectangular. Names of outputs are those of a description. */
    private static String outputs(NewJob request) {
        return request.outputs().isEmpty() ? null : "{" + String.join(",", request.outputs()) + "}";
    }

    private static String[] each(List<NewJob> requests, Function<NewJob, String> part) {
        return requests.stream().map(part).toArray(String[]::new);
    }
}
