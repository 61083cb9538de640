package io.fairlead.job.worker;

import io.fairlead.testkit.FairleadTest;
import io.quarkus.test.junit.TestProfile;

@FairleadTest
@TestProfile(WorkerConformance.ShortLeases.class)
class BuiltInWorkerTest extends WorkerConformance {

    BuiltInWorkerTest() {
        super("inside");
    }

    @Override
    void startWorker() {
        // the service under test is it
    }

    @Override
    void stopWorker() {
        // it ends with the service
    }
}
