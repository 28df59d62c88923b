package org.personalize.intake;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a part of a mail. What is encoded wrongly is taken as it stands. */
final class PartText {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s\";]+)");
    private static final Pattern UNSEEN = Pattern.compile("(?is)<!--.*?-->|<(style|script|head)\\b.*?</\\1\\s*>");
    private static final Pattern BREAK =
            Pattern.compile("(?i)<(br|/?p|/?div|/?tr|/?li|/?h[1-6]|/?table|/?ul)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^>]{0,2000}>");

    private PartText() {}

    /** @param lines with one character for each byte */
    static String of(Headers headers, List<String> lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
        byte[] plain = decoded(bytes, headers.first("content-transfer-encoding"));
        String type = headers.first("content-type");
        String text = text(plain, type);
        return type.toLowerCase(Locale.ROOT).startsWith("text/html") ? withoutTags(text) : text;
    }

    private static byte[] decoded(byte[] bytes, String encoding) {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        if (!name.equals("base64") && !name.equals("quoted-printable")) {
            return bytes;
        }
        try (var in = MimeUtility.decode(new ByteArrayInputStream(bytes), name)) {
            return in.readAllBytes();
        } catch (IOException | MessagingException e) {
            return bytes;
        }
    }

    private static String text(byte[] bytes, String type) {
        Matcher named = CHARSET.matcher(type);
        if (named.find()) {
            try {
                Charset charset = Charset.forName(MimeUtility.javaCharset(named.group(1)));
                if (!charset.equals(StandardCharsets.US_ASCII)) {
                    return new String(bytes, charset);
                }
            } catch (IllegalArgumentException e) {
                // Nobody knows such a character set: it is guessed.
            }
        }
        return guessed(bytes);
    }

    private static String guessed(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** The text of characters that stand for bytes. */
    static String raw(String bytes) {
        return guessed(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String withoutTags(String html) {
        String broken = BREAK.matcher(UNSEEN.matcher(html).replaceAll(" ")).replaceAll("\n");
        // An address in angle brackets is no tag.
        return TAG.matcher(broken)
                .replaceAll(tag -> tag.group().contains("@") && !tag.group().contains("=")
                        ? Matcher.quoteReplacement(tag.group())
                        : " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#64;", "@")
                .replace("&amp;", "&");
    }
}
