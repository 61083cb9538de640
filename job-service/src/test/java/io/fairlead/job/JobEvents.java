package io.fairlead.job;

import io.fairlead.core.event.Topics;
import io.fairlead.testkit.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The signals that tests wait for: what {@code jobs.events} says of a job. */
public final class JobEvents implements AutoCloseable {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final TopicReader reader;

    /** From the topic's beginning. */
    public JobEvents() {
        this(TopicReader.open(Topics.JOBS_EVENTS));
    }

    private JobEvents(TopicReader reader) {
        this.reader = reader;
    }

    /** Only what is told from now on. */
    public static JobEvents fromNow() {
        return new JobEvents(TopicReader.open(Topics.JOBS_EVENTS, false));
    }

    /** Waits until the job's event of this type is published and returns its data. */
    public String await(String job, String type) {
        return text(
                reader.await(record -> record.key().equals(job) && type(record).equals(type), AT_MOST));
    }

    /** Waits until this attempt of the job has begun. */
    public void awaitAttempt(String job, int attempt) {
        reader.await(
                record -> record.key().equals(job)
                        && type(record).equals("job.running")
                        && text(record).contains("\"attempt\":" + attempt + ","),
                AT_MOST);
    }

    /** The types of the job's first events, in their order. */
    public List<String> first(String job, int count) {
        return reader.awaitAll(record -> record.key().equals(job), count, AT_MOST).stream()
                .map(JobEvents::type)
                .toList();
    }

    /** The data of the job's first events, in their order. */
    public List<String> firstData(String job, int count) {
        return reader.awaitAll(record -> record.key().equals(job), count, AT_MOST).stream()
                .map(JobEvents::text)
                .toList();
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        reader.close();
    }
}
