package io.fairlead.job.command;

import io.fairlead.core.idempotency.Idempotency;
import io.fairlead.core.inbox.BadEvent;
import io.fairlead.core.inbox.Inbox;
import io.fairlead.core.record.RecordName;
import io.fairlead.core.rows.SqlFailure;
import io.fairlead.job.job.JobRequest;
import io.fairlead.job.job.NewJob;
import io.fairlead.job.job.Submission;
import io.fairlead.job.project.Person;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The door on {@code jobs.commands}: a command does what {@code POST /api/v1/jobs} does with the same document, in the name of
 * whoever its token speaks for. Its job, its key and its place in the inbox are one transaction, so it is done once, however
 * often it is delivered or sent within {@code fairlead.idempotency.retention}. One that is refused goes to the dead letters with
 * the reason.
 */
@ApplicationScoped
public class SubmitCommands {

    private static final Logger LOG = Logger.getLogger(SubmitCommands.class);
    static final String SUBMIT = "fairlead.job.submit";
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    private final CommandSender senders;
    private final CommandDocument documents;
    private final CommandConfig config;
    private final Submission submission;
    private final Idempotency idempotency;
    private final Inbox inbox;

    SubmitCommands(
            CommandSender senders,
            CommandDocument documents,
            CommandConfig config,
            Submission submission,
            Idempotency idempotency,
            Inbox inbox) {
        this.senders = senders;
        this.documents = documents;
        this.config = config;
        this.submission = submission;
        this.idempotency = idempotency;
        this.inbox = inbox;
    }

    @Incoming("commands")
    Uni<Void> on(ConsumerRecord<String, byte[]> record) {
        return senders.of(record).chain(person -> apply(record, person));
    }

    /** A command's id is kept together with its verified sender: nobody can use up another's ids. */
    private Uni<Void> apply(ConsumerRecord<String, byte[]> record, Person person) {
        ConsumerRecord<String, byte[]> named = RecordName.given(record, person.subject(), SUBMIT);
        String key = key(record);
        JobRequest request = documents.read(record.value());
        return inbox.apply(named, (transaction, event) -> idempotency
                .once(transaction, person.subject(), key, request, () -> submit(transaction, request, key, person))
                .onFailure(SubmitCommands::isRefusal)
                .transform(failure -> CommandDocument.refused((HttpProblem) failure))
                .onFailure(failure -> !SqlFailure.mayPass(failure))
                .transform(failure -> unstorable(person, key, failure)));
    }

    /** Why is only logged: it may tell what is nobody's business. */
    private static BadEvent unstorable(Person sender, String key, Throwable failure) {
        UUID incident = UUID.randomUUID();
        LOG.errorf(failure, "sender=%s command=%s incident=%s", sender.subject(), key, incident);
        return new BadEvent("The job cannot be stored; incident " + incident + " was logged.");
    }

    private Uni<Void> submit(SqlConnection transaction, JobRequest request, String key, Person person) {
        NewJob job = NewJob.of(request, config.base(), key);
        submission.require(job, person);
        return submission.submit(transaction, job, person).replaceWithVoid();
    }

    private static String key(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        if (key == null || key.isBlank() || !key.equals(RecordName.printable(key))) {
            throw new BadEvent("The record's key must be 1 to 255 printable characters.");
        }
        return key;
    }

    /** What is at work with the same key will be done soon. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof HttpProblem problem
                && problem.getStatusCode() != CONFLICT
                && problem.getStatusCode() < SERVER_ERROR;
    }
}
