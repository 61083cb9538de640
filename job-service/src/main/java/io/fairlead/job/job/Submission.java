package io.fairlead.job.job;

import io.fairlead.core.event.TraceParent;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.job.job.NewJobs.Asked;
import io.fairlead.job.process.InputCheck;
import io.fairlead.job.process.ProcessCatalogue;
import io.fairlead.job.project.Membership;
import io.fairlead.job.project.Person;
import io.fairlead.job.queue.Job;
import io.fairlead.job.queue.Together;
import io.fairlead.job.subscriber.SubscriberCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Accepts jobs: checks what is asked for and who asks, and has the job stored with all that belongs to it or not at all. */
@ApplicationScoped
public class Submission {

    private final ProcessCatalogue catalogue;
    private final Membership membership;
    private final SubscriberCheck subscriberCheck;
    private final NewJobs jobs;
    private final Pool pool;
    private final Together<Object, Asked, Job> together =
            new Together<>(this::storeTogether, asked -> asked.inputs().length());

    Submission(
            ProcessCatalogue catalogue,
            Membership membership,
            SubscriberCheck subscriberCheck,
            NewJobs jobs,
            Pool pool) {
        this.catalogue = catalogue;
        this.membership = membership;
        this.subscriberCheck = subscriberCheck;
        this.jobs = jobs;
        this.pool = pool;
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

    /**
     * Passes if the person may read the data that a job without errors will read.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 for a vessel of others
     */
    public void requireReadable(NewJob request, Person person) {
        catalogue.vessels(request.process(), request.inputs()).forEach(person::requireRead);
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
     * Stores a job that {@link #require} let pass, in a transaction of its own or together with others that come meanwhile.
     *
     * @return the job, once it is committed; fails with 400 when the person may not submit in its project
     */
    Uni<Job> submit(NewJob request, Person person) {
        Asked asked = Asked.of(new Object(), request, person, TraceParent.current());
        return allowed(pool, List.of(request), person, "")
                .chain(() -> together.submit(asked.key(), asked))
                .map(Optional::orElseThrow);
    }

    private Uni<Map<Object, Job>> storeTogether(List<Asked> all) {
        return pool.withTransaction(transaction -> jobs.store(transaction, all)).map(stored -> {
            Map<Object, Job> byKey = new IdentityHashMap<>();
            for (int i = 0; i < stored.size(); i++) {
                byKey.put(all.get(i).key(), stored.get(i));
            }
            return byKey;
        });
    }

    /**
     * Stores a job that {@link #require} let pass.
     *
     * @return the job; fails with 400 when the person may not submit in its project
     */
    public Uni<Job> submit(SqlConnection transaction, NewJob request, Person person) {
        return submit(transaction, List.of(request), person, "").map(stored -> stored.get(0));
    }

    /**
     * Stores jobs that {@link #require} let pass, all or none.
     *
     * @param list the pointer to the list of them in the request
     * @return the jobs in their order; fails with 400 when the person may not submit in a project of theirs
     */
    Uni<List<Job>> submit(SqlConnection transaction, List<NewJob> requests, Person person, String list) {
        String trace = TraceParent.current();
        return allowed(transaction, requests, person, list)
                .chain(() -> jobs.store(
                        transaction,
                        requests.stream()
                                .map(request -> Asked.of(null, request, person, trace))
                                .toList()));
    }

    private Uni<Void> allowed(SqlClient database, List<NewJob> requests, Person person, String list) {
        Set<String> projects =
                requests.stream().map(NewJob::project).filter(Objects::nonNull).collect(Collectors.toSet());
        return membership
                .refusals(database, projects, person)
                .invoke(refusals -> requireNone(refusals, requests, list))
                .replaceWithVoid();
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
}
