package org.personalize.campaign;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** The bytes of a YAML file as text: UTF-8, or UTF-16 where a byte order mark says so, without invisible characters. */
final class YamlText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;

    private YamlText(String file) {
        this.file = file;
    }

    static String of(byte[] bytes, String file) {
        return new YamlText(file).read(bytes);
    }

    private String read(byte[] bytes) {
        String text = decoded(bytes);
        String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        refuseInvisible(body);
        return body;
    }

    private String decoded(byte[] bytes) {
        Charset charset = charset(bytes);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        if (decoder.decode(in, out, true).isError()) {
            throw new InputProblem(
                    endOf(out.flip().toString()), "the file is not valid " + charset, "Save it as UTF-8.");
        }
        return out.flip().toString();
    }

    private static Charset charset(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return switch (first) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private void refuseInvisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isControl = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != '\u0085';
            if (isControl || c == BYTE_ORDER_MARK || c == '\uFFFE' || c == '\uFFFF') {
                throw new InputProblem(
                        endOf(text.substring(0, i)),
                        "an invisible character (code " + (int) c + ") does not belong in a campaign file",
                        c == 0 ? "Save the file as UTF-8." : "Remove it.");
            }
        }
    }

    /** The place right after a piece of text. */
    private Place endOf(String text) {
        int start = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
        long breaks = text.chars().filter(c -> c == '\n').count();
        return Place.at(file, breaks + 1, text.codePointCount(start, text.length()) + 1L);
    }
}
