package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.deliver.DkimKey.Kind;
import org.personalize.problem.InputProblem;

class DkimKeyTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("dkim.pem");
    }

    private void refused(Kind kind, String message) {
        assertThatThrownBy(() -> DkimKey.read(kind, file))
                .isInstanceOf(InputProblem.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(message);
    }

    @Test
    void bothFormsOfAnRsaKeyAreTheSameKey() throws Exception {
        String published = "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(PemFile.RSA.getPublic().getEncoded());

        PemFile.privateKey(file, PemFile.RSA);
        assertThat(DkimKey.read(Kind.RSA, file).dnsRecord()).isEqualTo(published);
        PemFile.bareRsa(file);
        assertThat(DkimKey.read(Kind.RSA, file).dnsRecord()).isEqualTo(published);
    }

    /** The key of RFC 8463, appendix A.2. */
    @Test
    void anEd25519KeyIsPublishedAsItsBareBytes() throws Exception {
        PemFile.text(
                file,
                "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
                        + "-----END PRIVATE KEY-----\n");

        assertThat(DkimKey.read(Kind.ED25519, file).dnsRecord())
                .isEqualTo("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    }

    @Test
    void aMissingKeySaysHowToMakeOne() {
        refused(Kind.RSA, "there is no such file. Make one with openssl genrsa -out " + file + " 2048 and chmod 600");
        refused(Kind.ED25519, "Make one with openssl genpkey -algorithm ed25519 -out " + file);
    }

    @Test
    void aShortKeyIsRefused() throws Exception {
        PemFile.privateKey(file, PemFile.pair("RSA", 1024));
        refused(Kind.RSA, "expected at least 2048 bits, found 1024");
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws Exception {
        PemFile.privateKey(file, PemFile.RSA);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        refused(Kind.RSA, "others may use this key (rw-r-----). Run chmod 600 " + file);
    }

    @Test
    void anEncryptedKeyIsRefused() throws Exception {
        PemFile.write(file, "ENCRYPTED PRIVATE KEY", new byte[100]);
        refused(Kind.RSA, "the key is encrypted");
        PemFile.text(
                file,
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n"
                        + "-----END RSA PRIVATE KEY-----\n");
        refused(Kind.RSA, "the key is encrypted");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        PemFile.privateKey(file, PemFile.ED25519);
        refused(Kind.RSA, "expected a private RSA key, found one of another kind");
        PemFile.privateKey(file, PemFile.RSA);
        refused(Kind.ED25519, "expected a private Ed25519 key, found one of another kind");
        PemFile.write(file, "PUBLIC KEY", PemFile.RSA.getPublic().getEncoded());
        refused(Kind.RSA, "expected a private RSA key, found a PEM file of another kind");
        PemFile.bareRsa(file);
        refused(Kind.ED25519, "expected a private Ed25519 key");
    }

    @Test
    void whatTheFileHoldsIsNeverShown() throws Exception {
        PemFile.text(file, "hunter2");
        refused(Kind.RSA, "found something else, which is not shown");
        PemFile.text(file, "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> DkimKey.read(Kind.RSA, file)).hasMessageNotContaining("hunter2");
        PemFile.privateKey(file, PemFile.RSA);
        assertThat(DkimKey.read(Kind.RSA, file)).hasToString("DkimKey[hidden]");
    }
}
