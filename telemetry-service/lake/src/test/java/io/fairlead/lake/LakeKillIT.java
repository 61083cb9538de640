package io.fairlead.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL of the worker in the middle of its commits, again and again, while readings flow. */
@Timeout(240)
class LakeKillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @Test
    void shouldHoldEachReadingOnceWhenTheWorkerIsKilledAgainAndAgain() throws Exception {
        LakeTopics.create();
        LakeReader lake = new LakeReader(folder.resolve("lake").toString());
        try (Worker worker = new Worker(folder, folder.resolve("lake").toString(), Map.of());
                ReadingsFlow flow = new ReadingsFlow()) {
            worker.start();
            // The files of the very first commit are written, and no place in the control topic is committed yet.
            worker.killAtLog("Sending event of type: DATA_COMPLETE");
            worker.start();
            // In the middle of what the coordinator does with a commit.
            worker.killAtLog("received responses for all");
            worker.start();
            // The table is committed, and the coordinator's place about to be.
            worker.killAtLog("Commit complete to table");
            worker.start();

            List<String> sent = flow.stop();
            Awaitility.await().atMost(PATIENCE).until(() -> lake.count(LakeTable.READINGS) >= sent.size());
            // What comes twice may come later.
            worker.awaitNext("initiated", 3);

            assertThat(lake.readings()).containsExactlyInAnyOrderElementsOf(sent);
        }
    }
}
