package io.fairlead.job.command;

import static io.fairlead.job.project.ProjectCalls.add;
import static io.fairlead.job.project.ProjectCalls.as;
import static io.fairlead.job.project.ProjectCalls.created;
import static io.fairlead.job.project.ProjectCalls.somebody;
import static io.fairlead.job.project.ProjectCalls.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.CloudEvents;
import io.fairlead.core.event.Topics;
import io.fairlead.job.project.ProjectCalls;
import io.fairlead.testkit.FairleadTest;
import io.fairlead.testkit.Tokens;
import io.fairlead.testkit.TopicReader;
import io.fairlead.testkit.TopicWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FairleadTest
class SubmitCommandsTest {

    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TopicWriter kafka = TopicWriter.open();
    private TopicReader events;
    private TopicReader deadLetters;
    private String sender;
    private String key;

    @BeforeEach
    void begin() {
        events = TopicReader.open(Topics.JOBS_EVENTS, false);
        deadLetters = TopicReader.open("job-service.dead-letters", false);
        sender = somebody();
        key = "order-" + UUID.randomUUID();
    }

    @AfterEach
    void close() {
        events.close();
        deadLetters.close();
    }

    @Test
    void shouldSubmitTheJobInTheSendersNameAndTellByTheCommandsKey() throws JsonProcessingException {
        kafka.send(command(token(), echo("ahoy")));

        JsonNode accepted = accepted();

        assertThat(accepted.path("createdBy").asText()).isEqualTo(sender);
        String job = accepted.path("jobID").asText();
        as(sender).get("/api/v1/jobs/" + job).then().statusCode(200).body("command", equalTo(key));
        as(sender).get("/api/v1/jobs/" + job + "/inputs").then().body("message", equalTo("ahoy"));
    }

    @Test
    void shouldSubmitOneJobForACommandThatComesMoreThanOnce() {
        ProducerRecord<String, byte[]> command = command(token(), echo("ahoy"));
        kafka.send(command);
        kafka.send(again(command));
        kafka.send(command(token(), echo("ahoy")));
        // Of the same key, so it comes after them; it is refused, and then they are done.
        kafka.send(command(token(), echo("other")));

        refusal();

        assertThat(jobs()).hasSize(1);
    }

    @Test
    void shouldRefuseAnotherCommandUnderAKeyThatWasUsed() {
        kafka.send(command(token(), echo("first")));
        kafka.send(command(token(), echo("second")));

        assertThat(refusal()).isEqualTo("This Idempotency-Key was used for another request.");
        assertThat(jobs()).hasSize(1);
    }

    @Test
    void shouldTakeTheSameKeyAndIdFromAnother() throws JsonProcessingException {
        ProducerRecord<String, byte[]> command = command(token(), echo("mine"));
        kafka.send(command);
        accepted();
        String first = sender;
        sender = somebody();
        ProducerRecord<String, byte[]> other = again(command);
        other.headers().remove("authorization");
        CloudEvents.put(other.headers(), "authorization", "Bearer " + token());
        kafka.send(other);

        events.await(record -> key.equals(command(record)) && sender.equals(text(record, "createdBy")), AT_MOST);
        assertThat(first).isNotEqualTo(sender);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"process":"echo","inputs":{"message":5}} | #/inputs/message:
                    {"process":"none"} | #/process: There is no such process.
                    {"process":"echo","inputs":{"message":"a"},"priority":10} | #/priority: must be 0 to 9
                    {"process":"echo","inputs":{"message":"a"},"colour":"red"} | #/colour: Unknown property 'colour'.
                    {"process":"echo","inputs":{"message":"a"},"priority":"high"} | #/priority: Expected a whole number.
                    {"process":"echo","inputs":{"message":"a\\u0000"}} | #/inputs/message: must not hold U+0000
                    {"process":"echo","inputs":{"message":"a"},"project":"none-such"} | #/project: There is no such project.
                    {"process":"echo","inputs":{"message":"a"},"subscriber":{"successUri":"nowhere"}} | #/subscriber/successUri:
                    {"process":"echo" | #: The body is not JSON
                    null | The command has no data.
                    """)
    void shouldNameTheFieldOfACommandThatIsRefused(String data, String reason) {
        kafka.send(command(token(), data));

        assertThat(refusal()).startsWith(reason);
        assertThat(jobs()).isEmpty();
    }

    @Test
    void shouldRefuseWhoMayNotSubmit() {
        kafka.send(command(null, echo("a")));
        assertThat(refusal()).isEqualTo("The record has no access token.");
        key += "-viewer";
        kafka.send(command(Tokens.viewer(), echo("a")));
        assertThat(refusal()).isEqualTo("The access token has not the role operator.");
        key += "-expired";
        kafka.send(command(Tokens.expired(), echo("a")));
        assertThat(refusal()).isEqualTo("The access token is not valid, or no longer.");
        key += "-elsewhere";
        kafka.send(command(Tokens.forAnotherAudience(), echo("a")));
        assertThat(refusal()).isEqualTo("The access token is not valid, or no longer.");
        key += "-vessel";
        kafka.send(
                command(
                        Tokens.operatorOf("MV102"),
                        """
                {"process":"energy-report","inputs":{"vessel":"MV103","start":"2026-01-31T00:00:00Z","end":"2026-02-01T00:00:00Z"}}"""));
        assertThat(refusal()).isEqualTo("This token does not speak for vessel MV103.");
    }

    @Test
    void shouldHoldToTheRulesOfTheProject() throws JsonProcessingException {
        String owner = somebody();
        String project = created(owner);
        add(owner, project, sender, "reader");
        String data = "{\"process\":\"echo\",\"inputs\":{\"message\":\"a\"},\"project\":\"" + project + "\"}";

        kafka.send(command(token(), data));
        assertThat(refusal()).isEqualTo("#/project: This project's jobs are only yours to read.");

        ProjectCalls.put(owner, project, subject(sender), "member").statusCode(200);
        key += "-again";
        kafka.send(command(token(), data));
        assertThat(accepted().path("project").asText()).isEqualTo(project);
    }

    @Test
    void shouldRefuseWhatIsNoCommand() {
        ProducerRecord<String, byte[]> other = command(token(), echo("a"));
        other.headers().remove("ce_type");
        CloudEvents.put(other.headers(), "ce_type", "fairlead.job.forget");
        kafka.send(other);
        assertThat(refusal()).isEqualTo("The record's ce_type is not fairlead.job.submit.");

        key += "-\0";
        kafka.send(command(token(), echo("a")));
        assertThat(refusal()).isEqualTo("The record's key must be 1 to 255 printable characters.");
    }

    private String token() {
        return Tokens.of(sender, Set.of("operator", "viewer"));
    }

    private static String echo(String message) {
        return "{\"process\":\"echo\",\"inputs\":{\"message\":\"%s\"}}".formatted(message);
    }

    private ProducerRecord<String, byte[]> command(String token, String data) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.JOBS_COMMANDS, key, data.getBytes(StandardCharsets.UTF_8));
        CloudEvents.put(record.headers(), "ce_specversion", "1.0");
        CloudEvents.put(record.headers(), "ce_id", UUID.randomUUID().toString());
        CloudEvents.put(record.headers(), "ce_source", "/test");
        CloudEvents.put(record.headers(), "ce_type", "fairlead.job.submit");
        if (token != null) {
            CloudEvents.put(record.headers(), "authorization", "Bearer " + token);
        }
        return record;
    }

    /** A record can be sent once. */
    private static ProducerRecord<String, byte[]> again(ProducerRecord<String, byte[]> record) {
        ProducerRecord<String, byte[]> copy = new ProducerRecord<>(record.topic(), record.key(), record.value());
        record.headers().forEach(copy.headers()::add);
        return copy;
    }

    private JsonNode accepted() throws JsonProcessingException {
        return JSON.readTree(text(events.await(record -> key.equals(command(record)), AT_MOST)));
    }

    private String refusal() {
        String refused = key;
        return CloudEvents.get(
                deadLetters
                        .await(record -> refused.equals(record.key()), AT_MOST)
                        .headers(),
                "dead-letter-reason");
    }

    private List<String> jobs() {
        return as(sender).get("/api/v1/jobs?mine=true").then().extract().path("jobs.jobID");
    }

    private static String command(ConsumerRecord<String, byte[]> record) {
        return text(record, "command");
    }

    private static String text(ConsumerRecord<String, byte[]> record, String field) {
        try {
            return JSON.readTree(text(record)).path(field).asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
