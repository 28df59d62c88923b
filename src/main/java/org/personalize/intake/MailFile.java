package org.personalize.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads one mail, or many behind each other as mbox files hold them. Of a long mail only the start is kept. */
final class MailFile {

    /** What follows is passed over: it belongs to what was returned. */
    static final int LONGEST_MAIL = 2 << 20;

    /** Before each mail stands a line with a sender and a moment that ends in a year, perhaps with a zone behind it. */
    private static final Pattern PARTING =
            Pattern.compile("From \\S{0,300} .{0,60}\\d{1,2}:\\d{2}.{0,40}\\d{4}(?: [+-]\\d{4})?\\s{0,3}");

    private static final int LONGEST_PARTING = 500;

    private final Account account;
    private final OptOutBox box;
    private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
    private long number;

    MailFile(Account account, OptOutBox box) {
        this.account = account;
        this.box = box;
    }

    static boolean isParting(String line) {
        return line.length() < LONGEST_PARTING
                && line.startsWith("From ")
                && PARTING.matcher(line).matches();
    }

    /** A stream that holds a single mail, whatever its lines look like. */
    void readOne(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST_MAIL);
        in.transferTo(java.io.OutputStream.nullOutputStream());
        read(bytes);
    }

    void readAll(Lines lines) throws IOException {
        boolean isAfterBlank = true;
        while (lines.next()) {
            if (isAfterBlank && startsMail(lines)) {
                finish();
            }
            isAfterBlank = lines.isBlank();
            if (mail.size() < LONGEST_MAIL) {
                mail.write(lines.bytes(), lines.from(), Math.min(lines.to() - lines.from(), LONGEST_MAIL));
                mail.write('\n');
            }
        }
        finish();
    }

    /** A line of a text that looks like a parting is followed by text, a true one by a header. */
    private static boolean startsMail(Lines lines) {
        if (lines.to() - lines.from() > LONGEST_PARTING || lines.bytes()[lines.from()] != 'F') {
            return false;
        }
        return isParting(lines.text(StandardCharsets.ISO_8859_1)) && Headers.isField(lines.following());
    }

    private void finish() {
        if (mail.size() > 0) {
            byte[] bytes = mail.toByteArray();
            mail.reset();
            read(bytes);
        }
    }

    private void read(byte[] bytes) {
        number++;
        Letter letter = Letter.of(bytes, bytes.length);
        if (letter.headers().isEmpty()) {
            account.unreadable(number, "no mail: it has no header");
        } else {
            new MailReading(letter, number, account, box).read();
        }
    }
}
