package org.personalize.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.personalize.audience.Mailbox;
import org.personalize.intake.Returned;
import org.personalize.ledger.Field;
import org.personalize.ledger.KeptEvent;
import org.personalize.ledger.Segment;
import org.personalize.ledger.Segments;
import org.personalize.ledger.Taking;
import org.personalize.plan.Reason;

/**
 * Gives up mailboxes that mail only comes back from: after five soft bounces in a row, each of another mail or on another
 * day, and nothing in between that shows that mail arrives.
 */
final class SoftBounces {

    static final int IN_A_ROW = 5;

    private static final long DAY_SECONDS = 86_400;
    private static final String BOUNCE = "bounce";
    private static final Set<String> ARRIVALS = Set.of("delivered", "open", "click");

    private final Map<String, List<Sign>> signs = new TreeMap<>();

    /**
     * Something that says whether mail arrives.
     *
     * @param bounced which mail came back on which day; blank for a mail that arrived
     */
    private record Sign(long second, String bounced) {}

    /** Watches what is taken in for mailboxes to look at. */
    void see(KeptEvent event) {
        boolean isSoft =
                event.text(Field.EVENT).equals(BOUNCE) && event.text(Field.KIND).equals(Returned.SOFT);
        if (isSoft && event.text(Field.DOUBT).isEmpty()) {
            signs.computeIfAbsent(event.text(Field.MAILBOX), mailbox -> new ArrayList<>());
        }
    }

    /** Looks at all that was ever taken in about the mailboxes seen, and has those suppressed that are given up. */
    void settle(Segments segments, Taking taking) throws IOException {
        if (signs.isEmpty()) {
            return;
        }
        segments.each(this::collect);
        signs.forEach((address, known) -> {
            if (isGivenUp(known)) {
                Mailbox.read(address).ifPresent(mailbox -> taking.suppressAgainst(mailbox, Reason.BOUNCED));
            }
        });
        taking.keep();
    }

    private void collect(Segment segment) {
        List<String> mailboxes = segment.texts(Field.MAILBOX);
        boolean[] isMeant = new boolean[mailboxes.size()];
        for (int i = 0; i < isMeant.length; i++) {
            isMeant[i] = signs.containsKey(mailboxes.get(i));
        }
        for (int event = 0; event < segment.size(); event++) {
            int mailbox = segment.number(Field.MAILBOX, event);
            boolean isDated = segment.second(event) != KeptEvent.NO_SECOND;
            if (isMeant[mailbox] && isDated && segment.text(Field.DOUBT, event).isEmpty()) {
                collect(segment, event, signs.getOrDefault(mailboxes.get(mailbox), new ArrayList<>()));
            }
        }
    }

    private static void collect(Segment segment, int event, List<Sign> known) {
        String what = segment.text(Field.EVENT, event);
        long second = segment.second(event);
        if (ARRIVALS.contains(what)) {
            known.add(new Sign(second, ""));
        } else if (what.equals(BOUNCE) && segment.text(Field.KIND, event).equals(Returned.SOFT)) {
            String mail = segment.text(Field.CAMPAIGN, event)
                    + '/'
                    + segment.text(Field.OCCURRENCE, event)
                    + '/'
                    + segment.text(Field.MESSAGE, event);
            known.add(new Sign(second, Math.floorDiv(second, DAY_SECONDS) + " " + mail));
        }
    }

    /** Whether the last signs are that many bounces, and nothing else. */
    private static boolean isGivenUp(List<Sign> known) {
        known.sort(Comparator.comparingLong(Sign::second).reversed());
        Set<String> bounced = new HashSet<>();
        for (Sign sign : known) {
            if (sign.bounced().isEmpty()) {
                return false;
            }
            bounced.add(sign.bounced());
            if (bounced.size() == IN_A_ROW) {
                return true;
            }
        }
        return false;
    }
}
