package io.fairlead.job.network;

import static io.fairlead.job.JobCalls.dismiss;
import static io.fairlead.job.JobCalls.results;
import static io.fairlead.job.JobCalls.submit;
import static io.fairlead.job.JobCalls.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.fairlead.job.JobEvents;
import io.fairlead.job.OutputSchemas;
import io.fairlead.testkit.FairleadTest;
import org.junit.jupiter.api.Test;

@FairleadTest
class NetworkPlanProcessTest {

    @Test
    void shouldPlanANetwork() {
        String id = submitted(request("A", "C", 2, "\"timeLimitSeconds\":5"));
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.successful");
        }

        results(id)
                .statusCode(200)
                .body("wavelengthsUsed", equalTo(1), "blocked", equalTo(0), "endedBy", equalTo("bound"))
                .body("lightpaths.wavelength", contains(1, 1));
        OutputSchemas.assertFit("network-plan", id);
    }

    @Test
    void shouldStopWhenItIsDismissed() {
        // Five lightpaths, each on the short way of a ring of five, conflict in an odd cycle: two wavelengths leave one
        // out.
        String id = submitted(unsolvable());
        try (JobEvents events = new JobEvents()) {
            events.await(id, "job.running");
            dismiss(id).statusCode(200);
            events.await(id, "job.dismissed");
        }
    }

    @Test
    void shouldRefuseWhatIsNotInTheNetwork() {
        submit(request("A", "X", 2, "\"seed\":1"))
                .statusCode(400)
                .body("errors.pointer", contains("#/inputs/demands/0/to"));
    }

    private static String request(String from, String to, int lightpaths, String more) {
        return """
               {"process":"network-plan","inputs":{"network":{"nodes":["A","B","C"],"links":[
                {"from":"A","to":"B","lengthKm":100},{"from":"B","to":"C","lengthKm":80},
                {"from":"A","to":"C","lengthKm":300}]},
                "demands":[{"from":"%s","to":"%s","lightpaths":%d}],"wavelengths":4,%s}}"""
                .formatted(from, to, lightpaths, more);
    }

    /** Needs a wavelength more than its cuts tell, so it would search for a day. */
    private static String unsolvable() {
        return """
               {"process":"network-plan","inputs":{"network":{"nodes":["A","B","C","D","E"],"links":[
                {"from":"A","to":"B","lengthKm":1},{"from":"B","to":"C","lengthKm":1},{"from":"C","to":"D","lengthKm":1},
                {"from":"D","to":"E","lengthKm":1},{"from":"E","to":"A","lengthKm":1}]},
                "demands":[{"from":"A","to":"C","lightpaths":1},{"from":"B","to":"D","lightpaths":1},
                {"from":"C","to":"E","lightpaths":1},{"from":"D","to":"A","lightpaths":1},{"from":"E","to":"B","lightpaths":1}],
                "wavelengths":2,"routes":1,"steps":1000000000,"timeLimitSeconds":86400}}""";
    }
}
