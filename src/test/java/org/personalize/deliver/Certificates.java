package org.personalize.deliver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Good and bad certificates for a relay on localhost, made by this Java's keytool. */
final class Certificates {

    private static final String STORE = "all.p12";
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    /** {@code good} is signed by the authority that {@link #trust()} trusts, as is all that did not sign itself. */
    Certificates(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        pair("ca", "bc:c", "-1d");
        pair("self-signed", "san=dns:localhost", "-1d");
        pair("self-signed and expired", "san=dns:localhost", "-30d");
        pair("good", "san=dns:localhost", "-1d", "-signer", "ca");
        pair("other-host", "san=dns:relay.example", "-1d", "-signer", "ca");
        pair("expired", "san=dns:localhost", "-30d", "-signer", "ca");
    }

    private void pair(String name, String extension, String since, String... more)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-ext", extension));
        command.addAll(List.of("-startdate", since, "-validity", "10", "-keyalg", "EC"));
        command.addAll(List.of("-keystore", folder.resolve(STORE).toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", new String(PASSWORD), "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
        command.addAll(List.of(more));
        Path said = folder.resolve("keytool.txt");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(Files.readString(said));
        }
    }

    /** What a relay with this certificate speaks TLS with. */
    SSLContext of(String name) {
        try {
            KeyStore all = store();
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, PASSWORD);
            own.setKeyEntry(name, all.getKey(name, PASSWORD), PASSWORD, all.getCertificateChain(name));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLSocketFactory trust() {
        return trust("ca");
    }

    SSLSocketFactory trust(String name) {
        try {
            KeyStore authority = KeyStore.getInstance("PKCS12");
            authority.load(null, PASSWORD);
            authority.setCertificateEntry(name, store().getCertificate(name));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authority);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(folder.resolve(STORE))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        }
    }
}
