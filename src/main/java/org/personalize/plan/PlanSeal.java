package org.personalize.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A digest of everything in a plan that decides what is sent, so that a file which somebody has edited, or which was cut
 * and mended, is not taken for the plan that was looked at.
 */
final class PlanSeal {

    private static final char END_OF_FIELD = '\u0001';
    private static final char END_OF_SLOT = '\u0002';

    private final MessageDigest digest = Fingerprint.digest();
    private final StringBuilder text = new StringBuilder();

    PlanSeal(PlanHead head) {
        add(head.campaign());
        add(head.occurrence());
        add(head.now().toString());
        add(head.seed());
        head.origin().inputs().forEach(input -> {
            add(input.role());
            add(input.file());
            add(input.sha256());
        });
        flush();
    }

    void take(PlanRow row) {
        row.cells(List.of()).forEach(this::add);
        row.slots().forEach((slot, picks) -> {
            add(slot);
            picks.forEach(pick -> {
                add(pick.item());
                add(pick.why());
            });
            text.append(END_OF_SLOT);
        });
        flush();
    }

    private void add(String field) {
        text.append(field).append(END_OF_FIELD);
    }

    private void flush() {
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    /** To be asked once, at the end. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
