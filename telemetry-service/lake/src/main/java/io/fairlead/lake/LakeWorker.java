package io.fairlead.lake;

import java.net.http.HttpClient;
import org.apache.kafka.connect.cli.ConnectDistributed;

/**
 * A worker of Kafka Connect in distributed mode with the lake's two sinks. Several of one group share them and take over
 * from each other. Ends at SIGTERM.
 */
public final class LakeWorker {

    private LakeWorker() {}

    public static void main(String[] args) {
        LakeSettings settings = new LakeSettings(System.getenv());
        settings.check();
        var connect = new ConnectDistributed().startConnect(settings.worker());
        Thread sinks = new Thread(new Sinks(HttpClient.newHttpClient(), settings), "sinks");
        sinks.setDaemon(true);
        sinks.start();
        connect.awaitStop();
    }
}
