package org.personalize.deliver;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A socket for libraries that want one, over streams that are ours. It has no timeouts of its own: the {@link Wire}
 * below watches its deadline in every read and write.
 */
final class StreamSocket extends Socket {

    private final InputStream in;
    private final OutputStream out;
    private final InetSocketAddress far;
    private final Runnable hangUp;
    private boolean isHungUp;

    StreamSocket(InputStream in, OutputStream out, InetSocketAddress far, Runnable hangUp) {
        this.in = in;
        this.out = out;
        this.far = far;
        this.hangUp = hangUp;
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public InetAddress getInetAddress() {
        return far.getAddress();
    }

    @Override
    public int getPort() {
        return far.getPort();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public synchronized void close() {
        isHungUp = true;
        hangUp.run();
    }

    @Override
    public synchronized boolean isClosed() {
        return isHungUp;
    }

    @Override
    public void shutdownInput() {
        // Only the whole line is given up, by close.
    }

    @Override
    public void shutdownOutput() {
        // Only the whole line is given up, by close.
    }

    @Override
    public void setSoTimeout(int millis) {
        // The wire's deadline holds.
    }

    @Override
    public int getSoTimeout() {
        return 0;
    }

    @Override
    public void setSoLinger(boolean isOn, int seconds) {
        // The wire decides how it ends.
    }

    @Override
    public int getSoLinger() {
        return -1;
    }

    @Override
    public void setTcpNoDelay(boolean isOn) {
        // Set on the wire.
    }
}
