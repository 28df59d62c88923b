package org.personalize.deliver;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server on this machine that knows a few texts and mail servers, and that can be told to say nothing. */
final class NameServer implements AutoCloseable {

    private static final int TXT = 16;
    private static final int MX = 15;
    private static final int A = 1;

    private final DatagramSocket socket;
    private final Map<String, List<String>> texts;
    private final Map<String, String> mailServers;
    private final boolean isSilent;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    NameServer(Map<String, List<String>> texts, Map<String, String> mailServers, boolean isSilent) throws IOException {
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.texts = texts;
        this.mailServers = mailServers;
        this.isSilent = isSilent;
        var thread = new Thread(this::serve, "name server");
        thread.setDaemon(true);
        thread.start();
    }

    NameServer withAddress(String name, String address) {
        addresses.put(name, address);
        return this;
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void serve() {
        byte[] buffer = new byte[1500];
        try {
            while (true) {
                var question = new DatagramPacket(buffer, buffer.length);
                socket.receive(question);
                if (!isSilent) {
                    byte[] answer = answer(buffer);
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            }
        } catch (SocketException e) {
            // Closed by the test.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        var name = new StringBuilder();
        int at = 12;
        while (question[at] != 0) {
            name.append(name.length() == 0 ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
            at += question[at] + 1;
        }
        int type = question[at + 2];
        int end = at + 5;
        List<byte[]> records = records(name.toString(), type);
        boolean isKnown = texts.containsKey(name.toString())
                || mailServers.containsKey(name.toString())
                || addresses.containsKey(name.toString());
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(isKnown ? 0x8580 : 0x8583);
        out.writeShort(1);
        out.writeShort(records.size());
        out.writeInt(0);
        out.write(question, 12, end - 12);
        for (byte[] record : records) {
            out.writeShort(0xC00C);
            out.writeShort(type);
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(record.length);
            out.write(record);
        }
        return bytes.toByteArray();
    }

    private List<byte[]> records(String name, int type) throws IOException {
        if (type == TXT) {
            return texts.getOrDefault(name, List.of()).stream()
                    .map(NameServer::pieces)
                    .toList();
        }
        String address = addresses.get(name);
        if (type == A && address != null) {
            return List.of(InetAddress.getByName(address).getAddress());
        }
        String server = type == MX ? mailServers.get(name) : null;
        if (server == null) {
            return List.of();
        }
        var bytes = new ByteArrayOutputStream();
        bytes.write(0);
        bytes.write(10);
        for (String label : server.split("\\.")) {
            bytes.write(label.length());
            bytes.write(label.getBytes(StandardCharsets.US_ASCII));
        }
        bytes.write(0);
        return List.of(bytes.toByteArray());
    }

    /** A text in pieces of the length that a piece may have. */
    private static byte[] pieces(String text) {
        var bytes = new ByteArrayOutputStream();
        for (int start = 0; start < text.length(); start += 255) {
            byte[] piece =
                    text.substring(start, Math.min(text.length(), start + 255)).getBytes(StandardCharsets.US_ASCII);
            bytes.write(piece.length);
            bytes.writeBytes(piece);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
