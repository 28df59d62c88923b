package org.personalize.deliver;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Bytes to and from one relay, bare or within TLS. No read and no write waits beyond the deadline that was set last, not
 * even where the far end trickles or takes nothing; sockets themselves know no such limit, so this one is built on a
 * channel that never blocks.
 */
final class Wire {

    /** What can be seen of the far end without waiting. */
    enum Sign {
        QUIET,
        TALKING,
        GONE
    }

    private static final int BUFFER_BYTES = 8192;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final InetSocketAddress far;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private InputStream in = new BareInput();
    private OutputStream out = new BareOutput();
    private int position;
    private int limit;
    private long deadline;
    private long allowance = Long.MAX_VALUE;
    private boolean isLooking;

    private Wire(InetSocketAddress far) throws IOException {
        this.far = far;
        this.selector = Selector.open();
        this.channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.key = channel.register(selector, 0);
    }

    /** Tries every address of the host; they share the time there is. */
    static Wire connect(String host, int port, Duration patience) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        IOException last = new UnknownHostException(host);
        for (InetAddress address : addresses) {
            // The name goes with the address, so that nobody asks the name service for it again.
            var far = new InetSocketAddress(InetAddress.getByAddress(host, address.getAddress()), port);
            var wire = new Wire(far);
            try {
                wire.within(patience.dividedBy(addresses.length));
                wire.connect();
                return wire;
            } catch (IOException e) {
                wire.cut();
                last = e;
            }
        }
        throw last;
    }

    private void connect() throws IOException {
        if (!channel.connect(far)) {
            do {
                await(SelectionKey.OP_CONNECT);
            } while (!channel.finishConnect());
        }
    }

    /** From now on all must be done within this time. */
    void within(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** How many bytes may still arrive. */
    void allow(long bytes) {
        allowance = bytes;
    }

    /** Goes on within TLS; the certificate and its host name are verified by this. */
    void secure(SSLSocketFactory trust, String host) throws IOException {
        Socket bare = new StreamSocket(in, out, far, this::cut);
        var tls = (SSLSocket) trust.createSocket(bare, host, far.getPort(), true);
        SSLParameters demands = tls.getSSLParameters();
        demands.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(demands);
        tls.startHandshake();
        checkTime(tls);
        in = tls.getInputStream();
        out = tls.getOutputStream();
    }

    /** Java asks no date of a certificate that is in its store itself. */
    private static void checkTime(SSLSocket tls) throws IOException {
        try {
            if (tls.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate) {
                certificate.checkValidity();
            }
        } catch (CertificateException e) {
            throw new SSLException("the certificate does not hold now", e);
        }
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        out.flush();
    }

    /** The next byte. */
    byte read() throws IOException {
        if (position == limit && !fill()) {
            throw new EOFException("it hung up");
        }
        return buffer[position++];
    }

    /** Looks whether the far end said something unasked, or left. */
    Sign look() {
        if (position < limit) {
            return Sign.TALKING;
        }
        isLooking = true;
        try {
            return fill() ? Sign.TALKING : Sign.GONE;
        } catch (SocketTimeoutException e) {
            return Sign.QUIET;
        } catch (IOException e) {
            return Sign.GONE;
        } finally {
            isLooking = false;
        }
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(count, 0);
        return count > 0;
    }

    /**
     * The wire as a socket. Its stream hands out no more than one line at a time: whoever buffers it takes nothing that
     * comes after the answer he waits for.
     */
    Socket asSocket() {
        return new StreamSocket(new LineByLine(), new WholeOutput(), far, this::cut);
    }

    /** Hangs up at once: what is not yet sent is thrown away, and the far end can take this for no orderly end. */
    void cut() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException | RuntimeException e) {
            // It was closed already, or the system has no such option: it is closed below in any case.
        }
        hangUp();
    }

    void hangUp() {
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            // There is nothing left to lose on this line.
        }
    }

    private void await(int operation) throws IOException {
        if (isLooking) {
            throw new NothingYet();
        }
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("it took too long");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
        key.interestOps(operation);
        selector.select(TimeUnit.NANOSECONDS.toMillis(left) + 1);
        selector.selectedKeys().clear();
    }

    /** What a mere look finds as a rule, twice in every mail; so it keeps no trace of where it was found. */
    private static final class NothingYet extends SocketTimeoutException {
        private static final long serialVersionUID = 1;

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    private final class BareInput extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = channel.read(ByteBuffer.wrap(into, offset, length));
            while (count == 0 && length > 0) {
                await(SelectionKey.OP_READ);
                count = channel.read(ByteBuffer.wrap(into, offset, length));
            }
            allowance -= Math.max(count, 0);
            if (allowance < 0) {
                throw new IOException("it said too much");
            }
            return count;
        }
    }

    private final class BareOutput extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
            channel.write(left);
            while (left.hasRemaining()) {
                await(SelectionKey.OP_WRITE);
                channel.write(left);
            }
        }
    }

    /** A line that the far end left without its end is no line. */
    private final class LineByLine extends InputStream {
        private byte last = '\n';

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (position == limit && !fill()) {
                if (last != '\n') {
                    throw new EOFException("it hung up inside a line");
                }
                return -1;
            }
            int count = 0;
            do {
                last = buffer[position++];
                into[offset + count++] = last;
            } while (count < length && position < limit && last != '\n');
            return count;
        }
    }

    private final class WholeOutput extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
