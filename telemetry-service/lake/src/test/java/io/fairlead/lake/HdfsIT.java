package io.fairlead.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lake in a real HDFS: name node and data node in this JVM, the worker a process of its own. */
@Timeout(240)
class HdfsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    @Test
    void shouldHoldEachReadingOnceInHdfsWhenTheNameNodeIsStartedAgain() throws Exception {
        LakeTopics.create();
        Configuration hadoop = new Configuration();
        hadoop.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        hadoop.set("dfs.namenode.safemode.extension", "0");
        try (MiniDFSCluster hdfs =
                new MiniDFSCluster.Builder(hadoop).numDataNodes(1).build()) {
            String warehouse = hdfs.getURI() + "/lake";
            LakeReader lake = new LakeReader(warehouse);
            try (Worker worker = new Worker(folder, warehouse, Map.of());
                    ReadingsFlow flow = new ReadingsFlow()) {
                worker.start();
                worker.awaitNext("Commit complete to table", 1);
                hdfs.restartNameNode();
                worker.awaitNext("Commit complete to table", 1);

                List<String> sent = flow.stop();
                Awaitility.await().atMost(PATIENCE).until(() -> lake.count(LakeTable.READINGS) >= sent.size());

                assertThat(lake.readings()).containsExactlyInAnyOrderElementsOf(sent);
            }
        }
    }
}
