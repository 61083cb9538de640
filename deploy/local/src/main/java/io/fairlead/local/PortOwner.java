package io.fairlead.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Says who has a port, so that "address in use" is not a riddle. Knows the owner where /proc tells. */
final class PortOwner {

    private PortOwner() {}

    static void requireFree(String part, int port) {
        if (port == 0 || isFree(port)) {
            return;
        }
        String owner = owner(port).map(Object::toString).orElse("another process");
        throw new LaunchException("port %d, which %s needs, is taken by %s".formatted(port, part, owner));
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A process, as people know it. */
    record Owner(long pid, String command) {
        @Override
        public String toString() {
            return "pid " + pid + " (" + command + ")";
        }
    }

    static Optional<Owner> owner(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> inode(Path.of(table), port).stream())
                .flatMap(inode -> holder("socket:[" + inode + "]").stream())
                .findFirst();
    }

    private static Optional<String> inode(Path table, int port) {
        String suffix = ":%04X".formatted(port);
        try (Stream<String> lines = Files.lines(table)) {
            return lines.skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(row -> row[1].endsWith(suffix) && "0A".equals(row[3]))
                    .map(row -> row[9])
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Owner> holder(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(Path.of("/proc", Long.toString(process.pid()), "fd"), socket))
                .map(process -> new Owner(process.pid(), command(process.pid())))
                .findFirst();
    }

    private static boolean holds(Path descriptors, String socket) {
        try (Stream<Path> entries = Files.list(descriptors)) {
            return entries.anyMatch(entry -> {
                try {
                    return Files.readSymbolicLink(entry).toString().equals(socket);
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (IOException e) {
            return false;
        }
    }

    private static String command(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .replace('\0', ' ')
                    .strip();
            return line.length() > 80 ? line.substring(0, 80) + "…" : line;
        } catch (IOException e) {
            return "unknown";
        }
    }
}
