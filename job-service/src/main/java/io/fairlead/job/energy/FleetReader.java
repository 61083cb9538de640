package io.fairlead.job.energy;

import io.fairlead.job.energy.FleetClient.ListedVessel;
import io.fairlead.job.energy.FleetClient.VesselPage;
import io.fairlead.job.process.Execution;
import io.fairlead.job.process.Unavailable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Reads from fleet-service which vessels there are. */
@Singleton
public class FleetReader {

    private static final String ACTIVE = "active";
    private static final Sibling FLEET = new Sibling("fleet-service");

    private final FleetClient fleet;

    FleetReader(@RestClient FleetClient fleet) {
        this.fleet = fleet;
    }

    /**
     * The codes of all vessels that are not retired.
     *
     * @throws Unavailable when fleet-service is away
     */
    public List<String> activeVessels(Execution execution) throws InterruptedException {
        List<String> codes = new ArrayList<>();
        String cursor = null;
        do {
            execution.checkpoint();
            String from = cursor;
            VesselPage page = FLEET.ask(() -> fleet.vessels(ACTIVE, FleetClient.MOST, from));
            page.items().stream().map(ListedVessel::code).forEach(codes::add);
            cursor = page.next();
        } while (cursor != null);
        return codes;
    }
}
