package io.fairlead.telemetry.iso19848;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.reading.Batch;
import io.fairlead.telemetry.reading.BatchBuilder;
import io.fairlead.telemetry.reading.ReadingRules;
import io.fairlead.telemetry.reading.Receipt;
import io.fairlead.telemetry.store.Ingest;
import io.fairlead.telemetry.vessel.ReportingVessel;
import io.fairlead.telemetry.vessel.Sender;
import io.fairlead.telemetry.vessel.Vessel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Takes in ISO 19848 packages, from whichever door: all of one is kept, or nothing. */
@ApplicationScoped
public class PackageIngest {

    private final ReportingVessel vessels;
    private final ChannelLists lists;
    private final Ingest ingest;
    private final ReadingRules rules;
    private final Clock clock;

    PackageIngest(ReportingVessel vessels, ChannelLists lists, Ingest ingest, ReadingRules rules, Clock clock) {
        this.vessels = vessels;
        this.lists = lists;
        this.ingest = ingest;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Checks a package.
     *
     * @param code the vessel's code, needed when the package has no ShipID; else null or the same vessel
     * @param parameter what names it so, such as the parameter {@code vessel}
     * @return what keeps the package in a transaction; fails with 400 naming all that is wrong, with 403 when the sender
     *     may not write for the vessel
     */
    public Uni<Function<SqlConnection, Uni<Receipt>>> check(
            JsonNode body, String code, String parameter, Sender sender) {
        PackageNode content = new PackageNode(body, "", new BatchBuilder()).get("Package");
        boolean list = !content.get("DataChannelList").missing();
        boolean series = !content.get("TimeSeriesData").missing();
        if (list == series) {
            throw Problems.badRequest(
                    FieldError.body("/Package", "A package has either a DataChannelList or TimeSeriesData."));
        }
        return vessel(content.get("Header").get("ShipID"), code, parameter, sender)
                .chain(vessel ->
                        list ? Uni.createFrom().item(() -> list(content, vessel)) : series(content, vessel, sender));
    }

    private Uni<Vessel> vessel(PackageNode ship, String code, String parameter, Sender sender) {
        if (code == null) {
            String imo = ShipId.imo(ship);
            refuseFaults(ship.batch());
            return vessels.byImo(imo, ship.pointer(), sender);
        }
        return vessels.byCode(code, ship.pointer(), sender).invoke(vessel -> {
            if (!ship.missing() && !ShipId.names(ship, vessel)) {
                throw Problems.badRequest(FieldError.query(
                        parameter, "The package's ShipID names another vessel than " + vessel.code() + "."));
            }
        });
    }

    private Function<SqlConnection, Uni<Receipt>> list(PackageNode content, Vessel vessel) {
        String id = content.get("Header").get("DataChannelListID").get("ID").required();
        List<DeclaredChannel> channels = DataChannelListReader.read(content.get("DataChannelList"));
        refuseFaults(content.batch());
        return transaction -> lists.keep(transaction, vessel.code(), id, channels);
    }

    private Uni<Function<SqlConnection, Uni<Receipt>>> series(PackageNode content, Vessel vessel, Sender sender) {
        return lists.known(vessel.code()).map(known -> {
            TimeSeriesReader.read(content.get("TimeSeriesData"), known, rules.limits(clock));
            refuseFaults(content.batch());
            Batch batch = content.batch().build(vessel.code(), "iso19848");
            return transaction -> ingest.accept(transaction, batch, sender.subject());
        });
    }

    private static void refuseFaults(BatchBuilder batch) {
        if (!batch.errors().isEmpty()) {
            throw Problems.badRequest(batch.errors());
        }
    }
}
