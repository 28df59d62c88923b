package org.personalize.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under a key that was made for one purpose only; for any number of threads. */
final class Keyed {

    private static final String HMAC = "HmacSHA256";

    /** One for each thread, since looking for the algorithm costs more than using it. */
    private final ThreadLocal<Mac> macs;

    Keyed(byte[] key) {
        var secret = new SecretKeySpec(key, HMAC);
        macs = ThreadLocal.withInitial(() -> mac(secret));
    }

    private static Mac mac(SecretKeySpec secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    byte[] hash(byte[] message) {
        return macs.get().doFinal(message);
    }

    /** The first bytes of the hash of several texts; each goes in with its length, so that no two lists look alike. */
    byte[] hash(int bytes, String... texts) {
        var encoded = new byte[texts.length][];
        int length = 0;
        for (int i = 0; i < texts.length; i++) {
            encoded[i] = texts[i].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + encoded[i].length;
        }
        ByteBuffer message = ByteBuffer.allocate(length);
        for (byte[] text : encoded) {
            message.putInt(text.length).put(text);
        }
        return Arrays.copyOf(hash(message.array()), bytes);
    }

    /** Compares without telling, by the time it takes, how much of it is right. */
    static boolean areSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
