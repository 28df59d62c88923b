package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A receiver's view of the signatures of a message, written from RFC 6376 and RFC 8463 without a look at the code that
 * signs: slowly, with regular expressions. Knows the relaxed forms only, which are the ones we use.
 */
final class SignatureCheck {

    private static final String ED25519_FRAME = "302a300506032b6570032100";

    private SignatureCheck() {}

    /** Each signature of the message as {@code algorithm:pass} or {@code algorithm:fail}. */
    static List<String> results(byte[] message, UnaryOperator<String> dns) {
        String raw = new String(message, StandardCharsets.ISO_8859_1);
        int end = raw.indexOf("\r\n\r\n");
        List<String> fields = List.of(raw.substring(0, end).split("\r\n(?![ \t])"));
        String body = raw.substring(end + 4);
        List<String> results = new ArrayList<>();
        for (String field : fields) {
            if (field.toLowerCase(Locale.ROOT).startsWith("dkim-signature:")) {
                Map<String, String> tags = tags(field.substring(field.indexOf(':') + 1));
                results.add(tags.get("a") + ':' + (isSound(field, tags, fields, body, dns) ? "pass" : "fail"));
            }
        }
        return results;
    }

    static Map<String, String> tags(String value) {
        return Stream.of(value.split(";"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toMap(
                        tag -> tag.substring(0, tag.indexOf('=')).strip(),
                        tag -> tag.substring(tag.indexOf('=') + 1).replaceAll("\\s+", "")));
    }

    private static boolean isSound(
            String own, Map<String, String> tags, List<String> fields, String body, UnaryOperator<String> dns) {
        String bodyHash = Base64.getEncoder().encodeToString(sha256(relaxedBody(body)));
        if (!bodyHash.equals(tags.get("bh")) || !"relaxed/relaxed".equals(tags.get("c"))) {
            return false;
        }
        List<String> left = new ArrayList<>(fields);
        var text = new StringBuilder();
        for (String name : tags.get("h").split(":")) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (left.get(i).toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    text.append(relaxed(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        text.append(relaxed(own.replaceAll("(?s)(\\sb=)[^;]*", "$1")));
        String record = dns.apply(tags.get("s") + "._domainkey." + tags.get("d"));
        return verifies(tags, text.toString().getBytes(StandardCharsets.ISO_8859_1), tags(record));
    }

    private static boolean verifies(Map<String, String> tags, byte[] text, Map<String, String> record) {
        try {
            boolean isRsa = "rsa-sha256".equals(tags.get("a"));
            byte[] published = Base64.getDecoder().decode(record.get("p"));
            byte[] framed = isRsa
                    ? published
                    : HexFormat.of().parseHex(ED25519_FRAME + HexFormat.of().formatHex(published));
            PublicKey key =
                    KeyFactory.getInstance(isRsa ? "RSA" : "Ed25519").generatePublic(new X509EncodedKeySpec(framed));
            Signature check = Signature.getInstance(isRsa ? "SHA256withRSA" : "Ed25519");
            check.initVerify(key);
            check.update(isRsa ? text : sha256(text));
            return check.verify(Base64.getDecoder().decode(tags.get("b")));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String relaxed(String field) {
        String[] parts = field.split(":", 2);
        String value = parts[1].replaceAll("\r\n", "").replaceAll("[ \t]+", " ").strip();
        return parts[0].strip().toLowerCase(Locale.ROOT) + ':' + value;
    }

    private static byte[] relaxedBody(String body) {
        String lines =
                body.replaceAll("[ \t]+", " ").replaceAll(" (?=\r\n|$)", "").replaceAll("(\r\n)*$", "");
        return (lines.isEmpty() ? "" : lines + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
