package io.fairlead.core.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A door to a server on this machine: the first who comes gets no answer, the others are let through. */
final class HangingOnce implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final CountDownLatch called = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    HangingOnce(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void awaitCaller() throws InterruptedException {
        called.await();
    }

    private void accept() {
        try {
            open.add(door.accept());
            called.countDown();
            while (true) {
                Socket caller = door.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                open.add(caller);
                open.add(behind);
                threads.execute(() -> pass(caller, behind));
                threads.execute(() -> pass(behind, caller));
            }
        } catch (IOException closed) {
            called.countDown();
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
