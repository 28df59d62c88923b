package org.personalize.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * What the start of a file shows of its form.
 *
 * @param isUtf16 whether it is anything but a table, and in an encoding in which only tables are read
 */
record Opening(Shape shape, boolean isUtf16) {

    /** How a file is cut into records. */
    enum Shape {
        JSON,
        LOG,
        ONE_MAIL,
        MAILS,
        TABLE,
        EMPTY
    }

    private static final int LOOKED_AT = 1 << 15;
    private static final int LINES_LOOKED_AT = 60;
    private static final int FEWEST_FIELDS = 2;

    private static final Set<String> FIELDS_OF_MAIL = Set.of(
            "received",
            "return-path",
            "from",
            "to",
            "date",
            "subject",
            "message-id",
            "mime-version",
            "delivered-to",
            "content-type");

    /** Looks at the start of a stream, and leaves it as it was. */
    static Opening of(InputStream in) throws IOException {
        in.mark(LOOKED_AT);
        byte[] start = in.readNBytes(LOOKED_AT - 1);
        in.reset();
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF")) {
            Shape shape = shape(new String(start, StandardCharsets.UTF_16));
            return new Opening(shape, shape != Shape.TABLE && shape != Shape.EMPTY);
        }
        return new Opening(shape(text), false);
    }

    /** How a file is cut of which somebody says what it is. */
    static Shape shape(Form form, Opening seen) {
        return switch (form) {
            case SES, SENDGRID, MAILGUN, POSTMARK, BREVO, MAILCHIMP_ACTIVITY, MAILUP -> Shape.JSON;
            case MAIL -> seen.shape() == Shape.MAILS ? Shape.MAILS : Shape.ONE_MAIL;
            case ACCESS_LOG, CLOUDFRONT -> Shape.LOG;
            case EVENTS, MAILCHIMP, KLAVIYO, SHOPIFY, WOOCOMMERCE -> Shape.TABLE;
        };
    }

    private static Shape shape(String start) {
        List<String> lines =
                start.lines().dropWhile(String::isBlank).limit(LINES_LOOKED_AT).toList();
        if (lines.isEmpty()) {
            return Shape.EMPTY;
        }
        String first = lines.get(0);
        char sign = first.strip().charAt(0);
        if (sign == '{' || sign == '[') {
            return Shape.JSON;
        }
        if (MailFile.isParting(first) || first.startsWith("From ") && isMail(lines.subList(1, lines.size()))) {
            return Shape.MAILS;
        }
        if (LogLine.isLog(first)) {
            return Shape.LOG;
        }
        return isMail(lines) ? Shape.ONE_MAIL : Shape.TABLE;
    }

    private static boolean isMail(List<String> lines) {
        var fields = new Headers();
        Headers.read(lines, 0, fields);
        boolean isFirst = !lines.isEmpty() && Headers.isField(lines.get(0));
        return isFirst && FIELDS_OF_MAIL.stream().filter(fields::has).count() >= FEWEST_FIELDS;
    }
}
