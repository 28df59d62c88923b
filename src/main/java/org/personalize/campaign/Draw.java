package org.personalize.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The seeded draw behind every random decision: HMAC-SHA256(seed, purpose ‖ scope ‖ version ‖ customer id), parted by
 * zero bytes, its first 53 bits as a number in [0, 1). A draw depends on one person only, so nobody's draw changes when
 * others join. Not for use by several threads at once.
 */
public final class Draw {

    private static final int KEPT_BITS = 53;

    private final Mac mac;

    public Draw(String seed) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            byte[] key = seed.getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /**
     * @param purpose what is decided, such as {@code no_mail}, {@code variant} or {@code hour}: two purposes never share
     *     a draw
     * @param scope what it is decided for: blank for the workspace, or a campaign and occurrence
     * @param version raised to draw anew
     */
    public double of(String purpose, String scope, int version, String customerId) {
        String text = purpose + '\0' + scope + '\0' + version + '\0' + customerId;
        long first = ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        return (first >>> (Long.SIZE - KEPT_BITS)) * 0x1.0p-53;
    }
}
