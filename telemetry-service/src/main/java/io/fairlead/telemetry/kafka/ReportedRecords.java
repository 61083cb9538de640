package io.fairlead.telemetry.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairlead.core.event.CloudEvents;
import io.fairlead.telemetry.iso19848.PackageIngest;
import io.fairlead.telemetry.iso19848.PackageResource;
import io.fairlead.telemetry.reading.Receipt;
import io.fairlead.telemetry.report.JsonReport;
import io.fairlead.telemetry.report.Report;
import io.fairlead.telemetry.report.ReportIngest;
import io.fairlead.telemetry.report.SentReading;
import io.fairlead.telemetry.vessel.Sender;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps what a record reports, by the rules of the other doors. Its {@code ce_subject} may name the vessel. */
@ApplicationScoped
class ReportedRecords {

    private static final int SERVER_ERROR = 500;
    private static final String SUBJECT = "ce_subject";

    private final ReportIngest reports;
    private final PackageIngest packages;
    private final ObjectMapper json;

    ReportedRecords(ReportIngest reports, PackageIngest packages, ObjectMapper json) {
        this.reports = reports;
        this.packages = packages;
        this.json = json;
    }

    /** Keeps a record in the caller's transaction; fails with {@link RefusedRecord} when it must not be kept. */
    Uni<Void> keep(SqlConnection transaction, ConsumerRecord<String, byte[]> record, Sender sender) {
        return Uni.createFrom()
                .deferred(() -> check(record, sender))
                .chain(keep -> keep.apply(transaction))
                .onFailure(ReportedRecords::isRefusal)
                .transform(failure -> RefusedRecord.of((HttpProblem) failure))
                .replaceWithVoid();
    }

    private Uni<Function<SqlConnection, Uni<Receipt>>> check(ConsumerRecord<String, byte[]> record, Sender sender) {
        if (record.value() == null) {
            throw new RefusedRecord("The record has no data.");
        }
        String subject = CloudEvents.get(record.headers(), SUBJECT);
        if (subject != null) {
            sender.requireWrite(subject);
        }
        return isPackage(record) ? packed(record, subject, sender) : compact(record, subject, sender);
    }

    private Uni<Function<SqlConnection, Uni<Receipt>>> compact(
            ConsumerRecord<String, byte[]> record, String subject, Sender sender) {
        Report report = JsonReport.read(record.value());
        report.defaultVessel(new SentReading.Place(subject, "/vessel"));
        return reports.check(report, "kafka", sender)
                .map(batches -> transaction -> reports.store(transaction, batches, sender.subject()));
    }

    private Uni<Function<SqlConnection, Uni<Receipt>>> packed(
            ConsumerRecord<String, byte[]> record, String subject, Sender sender) {
        try {
            JsonNode body = json.readTree(record.value());
            return packages.check(body, subject, SUBJECT, sender);
        } catch (IOException e) {
            throw new RefusedRecord("The data is not JSON.");
        }
    }

    private static boolean isPackage(ConsumerRecord<String, byte[]> record) {
        String type = CloudEvents.get(record.headers(), "content-type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(PackageResource.ISO_19848);
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof HttpProblem problem && problem.getStatusCode() < SERVER_ERROR;
    }
}
