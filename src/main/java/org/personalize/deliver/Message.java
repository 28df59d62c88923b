package org.personalize.deliver;

/** A message as octets, and what the line that carries it must know of them. */
public final class Message {

    private final byte[] octets;
    private final boolean isAscii;
    private final boolean isReady;

    /** @param isReady whether DATA takes it as it is: every line ends with CR and LF, and none begins with a dot */
    Message(byte[] octets, boolean isAscii, boolean isReady) {
        this.octets = octets;
        this.isAscii = isAscii;
        this.isReady = isReady;
    }

    /** A message of which nothing is known, so that every octet is looked at. */
    public static Message of(byte[] octets) {
        return new Message(octets, Eights.areAscii(octets), false);
    }

    public byte[] octets() {
        return octets;
    }

    public int length() {
        return octets.length;
    }

    boolean isAscii() {
        return isAscii;
    }

    /** As DATA wants it. */
    byte[] stream() {
        return isReady ? octets : BodyStream.of(octets);
    }
}
