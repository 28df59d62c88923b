package org.personalize.deliver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * A private key that signs mails, read from a PEM file that nobody else may read. What is wrong with a file is said without
 * a word of what it holds.
 */
final class DkimKey {

    private static final int LONGEST_FILE = 32 * 1024;
    private static final int FEWEST_BITS = 2048;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s(.*?)-----END \\1-----", Pattern.DOTALL);

    private final Kind kind;
    private final PrivateKey key;

    private DkimKey(Kind kind, PrivateKey key) {
        this.kind = kind;
        this.key = key;
    }

    /** What signs, under the names that DKIM, Java and OpenSSL have for it. */
    enum Kind {
        RSA("rsa", "RSA", "SHA256withRSA", "openssl genrsa -out FILE 2048"),
        ED25519("ed25519", "Ed25519", "Ed25519", "openssl genpkey -algorithm ed25519 -out FILE");

        private final String dkimName;
        private final String javaName;
        private final String signature;
        private final String command;

        Kind(String dkimName, String javaName, String signature, String command) {
            this.dkimName = dkimName;
            this.javaName = javaName;
            this.signature = signature;
            this.command = command;
        }

        /** As {@code a=} names it, without the hash. */
        String dkimName() {
            return dkimName;
        }

        String javaName() {
            return javaName;
        }

        /** The name of the algorithm by which it signs. */
        String signature() {
            return signature;
        }
    }

    Kind kind() {
        return kind;
    }

    PrivateKey key() {
        return key;
    }

    /** Reads a key; a file that is missing, openly readable, encrypted, or of another kind is an InputProblem. */
    static DkimKey read(Kind kind, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw problem(kind, file, "there is no such file");
        }
        refuseOpenFile(file);
        PrivateKey key = parse(kind, file, text(file));
        if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < FEWEST_BITS) {
            int bits = rsa.getModulus().bitLength();
            throw problem(kind, file, "expected at least " + FEWEST_BITS + " bits, found " + bits);
        }
        return new DkimKey(kind, key);
    }

    private static PrivateKey parse(Kind kind, Path file, String pem) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw problem(kind, file, "expected a private key as PEM, found something else, which is not shown");
        }
        String label = block.group(1);
        if (label.equals("ENCRYPTED PRIVATE KEY") || block.group(2).contains("ENCRYPTED")) {
            throw problem(kind, file, "the key is encrypted, and nobody is there to type its password");
        }
        boolean isBareRsa = label.equals("RSA PRIVATE KEY") && kind == Kind.RSA;
        if (!isBareRsa && !label.equals("PRIVATE KEY")) {
            throw problem(kind, file, "expected a private " + kind.javaName + " key, found a PEM file of another kind");
        }
        try {
            PrivateKey key = KeyForms.privateKey(kind.javaName, block.group(2), isBareRsa);
            if (kind == Kind.RSA && !(key instanceof RSAPrivateCrtKey)) {
                throw new GeneralSecurityException("its primes are missing");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw problem(kind, file, "expected a private " + kind.javaName + " key, found one of another kind");
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST_FILE), StandardCharsets.ISO_8859_1);
        }
    }

    private static void refuseOpenFile(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && !OWNER_ONLY.containsAll(view.readAttributes().permissions())) {
            String mode = PosixFilePermissions.toString(view.readAttributes().permissions());
            throw new InputProblem(
                    Place.file(file.toString()),
                    "others may use this key (" + mode + ")",
                    "Run chmod 600 " + file + ".");
        }
    }

    private static InputProblem problem(Kind kind, Path file, String message) {
        String command = kind.command.replace("FILE", file.toString());
        return new InputProblem(
                Place.file(file.toString()),
                "the DKIM key: " + message,
                "Make one with " + command + " and chmod 600, and publish its public half.");
    }

    /** The text under {@code selector._domainkey.domain} by which receivers verify. */
    String dnsRecord() {
        return "v=DKIM1; k=" + kind.dkimName + "; p=" + KeyForms.publicKey(kind, key);
    }

    @Override
    public String toString() {
        return "DkimKey[hidden]";
    }
}
