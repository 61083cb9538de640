package io.fairlead.job.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where a name leads. */
@FunctionalInterface
interface HostLookup {

    /** The system's. */
    HostLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** All addresses of a host; blocks. */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
