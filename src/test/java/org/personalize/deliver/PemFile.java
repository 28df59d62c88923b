package org.personalize.deliver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;

/** Key files as people have them. */
final class PemFile {

    private static final int RSA_2048_FRAME = 26;

    /** Made once: it takes longer than all the tests that use it. */
    static final KeyPair RSA = pair("RSA", 2048);

    static final KeyPair ED25519 = pair("Ed25519", 255);

    private PemFile() {}

    static KeyPair pair(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path privateKey(Path file, KeyPair pair) throws IOException {
        return write(file, "PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    /** As older programs write it, without the frame that says what it is. */
    static Path bareRsa(Path file) throws IOException {
        byte[] framed = RSA.getPrivate().getEncoded();
        return write(file, "RSA PRIVATE KEY", Arrays.copyOfRange(framed, RSA_2048_FRAME, framed.length));
    }

    static Path write(Path file, String label, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return text(file, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    }

    static Path text(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
