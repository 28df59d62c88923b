package org.personalize.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands between a driver and its server, and can lose the answer to the next COMMIT. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final List<Socket> open = new ArrayList<>();
    private final AtomicBoolean losesNextCommit = new AtomicBoolean();
    private boolean isShut;

    CuttingProxy(int server) throws IOException {
        this.server = server;
        run(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The next COMMIT is done by the server, and its answer reaches nobody. */
    void loseNextCommit() {
        losesNextCommit.set(true);
    }

    /** From now on nobody gets through. */
    void shut() throws IOException {
        synchronized (open) {
            isShut = true;
            cutAll();
        }
    }

    private static void run(Runnable work) {
        var thread = new Thread(work, "cutting proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                synchronized (open) {
                    if (isShut) {
                        client.close();
                    } else {
                        join(client);
                    }
                }
            }
        } catch (IOException e) {
            // The door was closed.
        }
    }

    private void join(Socket client) throws IOException {
        Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
        open.add(client);
        open.add(there);
        run(() -> pump(client, there, false));
        run(() -> pump(there, client, true));
    }

    private void pump(Socket from, Socket to, boolean isFromServer) {
        byte[] bytes = new byte[1 << 16];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (isFromServer && saysCommitted(bytes, count) && losesNextCommit.getAndSet(false)) {
                    return;
                }
                out.write(bytes, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // The other direction has closed it.
        }
    }

    private static boolean saysCommitted(byte[] bytes, int count) {
        return new String(bytes, 0, count, StandardCharsets.ISO_8859_1).contains("COMMIT");
    }

    private void cutAll() throws IOException {
        synchronized (open) {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutAll();
    }
}
