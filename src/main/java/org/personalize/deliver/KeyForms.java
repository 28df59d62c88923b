package org.personalize.deliver;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Keys as files and name servers have them. */
final class KeyForms {

    /** Version 0 and "an RSA key without parameters", which PKCS#8 writes before a bare key (PKCS#1). */
    private static final byte[] RSA_PREFIX = {
        2, 1, 0, 0x30, 13, 6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 13, 1, 1, 1, 5, 0
    };

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 4;
    private static final int ED25519_BYTES = 32;

    private KeyForms() {}

    /** @param isBare whether it is an RSA key without the frame that says so */
    static PrivateKey privateKey(String algorithm, String base64, boolean isBare) throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(base64);
        byte[] framed = isBare ? element(SEQUENCE, RSA_PREFIX, element(OCTET_STRING, der)) : der;
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(framed));
    }

    /** The public half in base64: for RSA with its frame, for Ed25519 the 32 bytes alone (RFC 8463). */
    static String publicKey(DkimKey.Kind kind, PrivateKey key) {
        try {
            byte[] encoded = switch (kind) {
                case RSA -> rsa((RSAPrivateCrtKey) key);
                case ED25519 -> ed25519((EdECPrivateKey) key);
            };
            return Base64.getEncoder().encodeToString(encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 knows both kinds", e);
        }
    }

    private static byte[] rsa(RSAPrivateCrtKey key) throws GeneralSecurityException {
        var halves = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return KeyFactory.getInstance("RSA").generatePublic(halves).getEncoded();
    }

    /** Java has no way from the private to the public half but to make the pair anew from the same seed. */
    private static byte[] ed25519(EdECPrivateKey key) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Seed(key.getBytes().orElseThrow()));
        byte[] framed = generator.generateKeyPair().getPublic().getEncoded();
        return Arrays.copyOfRange(framed, framed.length - ED25519_BYTES, framed.length);
    }

    private static byte[] element(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(p -> p.length).sum();
        ByteBuffer element = ByteBuffer.allocate(4 + length);
        element.put((byte) tag).put((byte) 0x82).putShort((short) length);
        for (byte[] part : parts) {
            element.put(part);
        }
        return element.array();
    }

    /** Gives out a seed that is known already. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
