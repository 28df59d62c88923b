package org.personalize.campaign;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and opens tokens. A sealed token is {@code version ‖ key id ‖ tag ‖ text}: the tag is the HMAC of the plain
 * text, and it is also the start of the counter under which AES encrypts that text. So the same token always looks the
 * same, nothing in it can be read or changed without the key, and no random number is needed. For any number of threads.
 */
public final class Seal {

    /** Longer texts are refused unread. */
    static final int LONGEST_SEALED = 8192;

    /** What can be a token, between the signs that part an address. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+");

    private static final int LONGEST_PART = 1024;
    private static final byte VERSION = 1;
    private static final int KEY_ID_BYTES = 2;
    private static final int TAG_BYTES = 12;
    private static final int HEAD_BYTES = 1 + KEY_ID_BYTES + TAG_BYTES;
    private static final int BLOCK_BYTES = 16;
    private static final int PARTS = 5;
    private static final int SHORT_PART = 0xFF;

    private final byte[] keyId;
    private final Keyed tags;
    private final SecretKeySpec cipherKey;
    private final List<Seal> older;

    /** One for each thread, since looking for the algorithm costs more than using it. */
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(Seal::cipher);

    public Seal(SecretKey key) {
        older = key.older().stream().map(Seal::new).toList();
        keyId = Arrays.copyOf(key.bytes("key id"), KEY_ID_BYTES);
        tags = key.keyed("token tag");
        cipherKey = new SecretKeySpec(key.bytes("token text"), "AES");
    }

    /** The token as text that is safe in a web address. */
    public String close(Token token) {
        byte[] plain = plain(token);
        byte[] tag = tag(plain);
        ByteBuffer sealed = ByteBuffer.allocate(HEAD_BYTES + plain.length);
        sealed.put(VERSION).put(keyId).put(tag).put(crypt(tag, plain));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }

    /** The token behind a text; nothing for a text that was changed, cut, or sealed with a key that is not ours. */
    public Optional<Token> open(String text) {
        Optional<Token> token = openWithThisKey(text);
        for (int key = 0; token.isEmpty() && key < older.size(); key++) {
            token = older.get(key).openWithThisKey(text);
        }
        return token;
    }

    /** The first token within a text such as a whole link; nothing where there is none. */
    public Optional<Token> find(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(this::open)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Token> openWithThisKey(String text) {
        byte[] sealed = decoded(text);
        if (sealed == null || sealed.length <= HEAD_BYTES || sealed[0] != VERSION) {
            return Optional.empty();
        }
        if (!Arrays.equals(sealed, 1, 1 + KEY_ID_BYTES, keyId, 0, KEY_ID_BYTES)) {
            return Optional.empty();
        }
        byte[] tag = Arrays.copyOfRange(sealed, 1 + KEY_ID_BYTES, HEAD_BYTES);
        byte[] plain = crypt(tag, Arrays.copyOfRange(sealed, HEAD_BYTES, sealed.length));
        return MessageDigest.isEqual(tag, tag(plain)) ? Optional.of(token(ByteBuffer.wrap(plain))) : Optional.empty();
    }

    private byte[] tag(byte[] plain) {
        return Arrays.copyOf(tags.hash(plain), TAG_BYTES);
    }

    /** Base64 has several spellings of one value; only ours counts, so that a token is one text and no other. */
    private static byte @Nullable [] decoded(String text) {
        if (text.length() > LONGEST_SEALED) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            boolean isOurs = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(text);
            return isOurs ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    private byte[] crypt(byte[] tag, byte[] text) {
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new IvParameterSpec(Arrays.copyOf(tag, BLOCK_BYTES)));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    private static byte[] plain(Token token) {
        byte[][] parts = new byte[PARTS][];
        String[] texts = {token.campaign(), token.occurrence(), token.person(), token.mailbox(), token.topic()};
        int length = 1;
        for (int i = 0; i < PARTS; i++) {
            parts[i] = texts[i].getBytes(StandardCharsets.UTF_8);
            length += parts[i].length + (parts[i].length < SHORT_PART ? 1 : 1 + Short.BYTES);
        }
        ByteBuffer plain = ByteBuffer.allocate(length).put(token.kind().letter());
        for (byte[] part : parts) {
            putPart(plain, part);
        }
        return plain.array();
    }

    private static void putPart(ByteBuffer plain, byte[] part) {
        if (part.length > LONGEST_PART) {
            throw new IllegalArgumentException("a part of a token has at most " + LONGEST_PART + " bytes");
        }
        if (part.length < SHORT_PART) {
            plain.put((byte) part.length);
        } else {
            plain.put((byte) SHORT_PART).putShort((short) part.length);
        }
        plain.put(part);
    }

    private static Token token(ByteBuffer plain) {
        Token.Kind kind = Token.Kind.of(plain.get());
        return new Token(kind, part(plain), part(plain), part(plain), part(plain), part(plain));
    }

    private static String part(ByteBuffer plain) {
        int length = plain.get() & 0xFF;
        byte[] part = new byte[length < SHORT_PART ? length : plain.getShort()];
        plain.get(part);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(part))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a token with a right tag holds only what was put in", e);
        }
    }
}
