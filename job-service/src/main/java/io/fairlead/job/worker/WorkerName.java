package io.fairlead.job.worker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;

/**
 * What a worker is called that was given no name. The random part keeps a restarted process apart from the one before it:
 * their leases must not be taken for each other's.
 */
final class WorkerName {

    private WorkerName() {}

    static String ofThisProcess() {
        String random = UUID.randomUUID().toString().substring(0, 8);
        return host() + "/" + ProcessHandle.current().pid() + "/" + random;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
