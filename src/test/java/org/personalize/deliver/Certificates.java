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

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    /** {@code good} is signed by the authority that {@link #trust} trusts, as is all but {@code self-signed}. */
    Certificates(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        authority();
        signed("good", "dns:localhost", "-0d");
        signed("other-host", "dns:relay.example", "-0d");
        signed("expired", "dns:localhost", "-30d");
        pair("self-signed", "dns:localhost");
    }

    private void authority() throws IOException, InterruptedException {
        keytool("authority", "-genkeypair", "-alias", "ca", "-dname", "CN=Test Authority", "-ext", "bc:c", "-keyalg", "EC");
        keytool("authority", "-exportcert", "-alias", "ca", "-rfc", "-file", file("ca.pem"));
        keytool("trust", "-importcert", "-noprompt", "-alias", "ca", "-file", file("ca.pem"));
    }

    private void pair(String name, String host) throws IOException, InterruptedException {
        keytool(name, "-genkeypair", "-alias", "relay", "-dname", "CN=" + name, "-ext", "san=" + host, "-keyalg", "EC");
    }

    private void signed(String name, String host, String start) throws IOException, InterruptedException {
        pair(name, host);
        keytool(name, "-certreq", "-alias", "relay", "-file", file(name + ".csr"));
        String since = start.equals("-0d") ? "-1d" : start;
        keytool("authority", "-gencert", "-alias", "ca", "-infile", file(name + ".csr"), "-outfile", file(name + ".pem"),
                "-ext", "san=" + host, "-startdate", since, "-validity", "10", "-rfc");
        keytool(name, "-importcert", "-noprompt", "-alias", "ca", "-file", file("ca.pem"));
        keytool(name, "-importcert", "-noprompt", "-alias", "relay", "-file", file(name + ".pem"));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void keytool(String store, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of("-keystore", file(store + ".p12"), "-storetype", "PKCS12", "-storepass", "changeit"));
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC"));
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

    SSLContext of(String name) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(name), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLSocketFactory trust() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store("trust"));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore store(String name) {
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
