package org.personalize.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.AudienceRules.Follows;
import org.personalize.campaign.Campaign;
import org.personalize.ledger.Edition;
import org.personalize.ledger.InputStamp;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Standings;
import org.personalize.plan.Fingerprint;

/**
 * Whether anything has changed since the plan was last brought into the ledger. A file is read for it only if its time
 * has changed and its size has not.
 */
final class Stamps {

    /** No file has such a name. */
    private static final String SUPPRESSIONS = "<suppressions>";

    private static final String TAKEN_IN = "<events taken in>";

    private static final String FOLLOWED = "<mails followed>";

    private Stamps() {}

    static boolean areUnchanged(Campaign campaign, Edition edition, Ledger ledger, Instant now) throws IOException {
        List<InputStamp> before = ledger.stamps(edition);
        Instant nextChange = ledger.nextChange(edition);
        if (before.isEmpty() || (nextChange != null && !now.isBefore(nextChange))) {
            return false;
        }
        Map<String, InputStamp> known = known(before);
        List<Inputs.Input> inputs = Inputs.of(campaign);
        List<InputStamp> own = ofLedger(campaign, ledger, now);
        boolean isLedgerTheSame = own.stream().allMatch(stamp -> isUnchanged(campaign, stamp, known.get(stamp.file())));
        if (inputs.size() + own.size() != before.size() || !isLedgerTheSame) {
            return false;
        }
        for (Inputs.Input input : inputs) {
            if (!isUnchanged(campaign, input, known.get(Fingerprint.name(campaign.workspace(), input.file())))) {
                return false;
            }
        }
        return true;
    }

    /** Nobody's turn comes by a mail that went after the last look before the time has passed that a follower waits. */
    private static boolean isUnchanged(Campaign campaign, InputStamp now, @Nullable InputStamp before) {
        Follows follows = campaign.audience().follows();
        boolean isTooEarly = before != null
                && follows != null
                && now.file().equals(FOLLOWED)
                && now.changed().isBefore(before.changed().plus(follows.after()));
        return isTooEarly || (before != null && now.hash().equals(before.hash()));
    }

    private static boolean isUnchanged(Campaign campaign, Inputs.Input input, @Nullable InputStamp before)
            throws IOException {
        if (before == null || before.bytes() != Files.size(input.file())) {
            return false;
        }
        return before.changed().equals(changed(input))
                || before.hash()
                        .equals(Fingerprint.of(input.role(), campaign.workspace(), input.file())
                                .sha256());
    }

    /**
     * What to tell somebody whose mails were promised by other settings than today's: a promise stands, so that the change
     * would go unnoticed.
     */
    static Optional<String> newSettings(Campaign campaign, Edition edition, Ledger ledger, Instant now)
            throws IOException {
        Map<String, InputStamp> known = known(ledger.stamps(edition));
        Set<String> others = new TreeSet<>();
        for (Inputs.Input input : Inputs.of(campaign)) {
            String name = Fingerprint.name(campaign.workspace(), input.file());
            if (input.isSettings() && known.containsKey(name) && !isUnchanged(campaign, input, known.get(name))) {
                others.add(name);
            }
        }
        Standings at = ledger.standings(edition, now);
        long open = at.waiting() + at.due();
        return others.isEmpty() || open == 0
                ? Optional.empty()
                : Optional.of(
                        String.join(" and ", others) + " changed after mails were promised, and what was promised"
                                + " stands where its moment is still permitted; plan --again decides anew for whoever was not tried yet.");
    }

    private static Map<String, InputStamp> known(List<InputStamp> stamps) {
        Map<String, InputStamp> known = new HashMap<>();
        stamps.forEach(stamp -> known.put(stamp.file(), stamp));
        return known;
    }

    /** Taken before the files are read, so that a file which changes meanwhile counts as changed. */
    static List<InputStamp> of(Campaign campaign, Ledger ledger, Instant now) throws IOException {
        List<InputStamp> stamps = ofLedger(campaign, ledger, now);
        for (Inputs.Input input : Inputs.of(campaign)) {
            stamps.add(of(campaign, input));
        }
        return stamps;
    }

    /** Too few to say that nothing has changed, and enough for {@link #newSettings}. */
    static List<InputStamp> ofSettings(Campaign campaign) throws IOException {
        List<InputStamp> stamps = new ArrayList<>();
        for (Inputs.Input input : Inputs.of(campaign)) {
            if (input.isSettings()) {
                stamps.add(of(campaign, input));
            }
        }
        return stamps;
    }

    private static InputStamp of(Campaign campaign, Inputs.Input input) throws IOException {
        Instant changed = changed(input);
        Fingerprint print = Fingerprint.of(input.role(), campaign.workspace(), input.file());
        return new InputStamp(print.file(), print.bytes(), changed, print.sha256());
    }

    /** The ledger's own list, what was taken in, and the mails that are followed, are inputs like the files. */
    private static List<InputStamp> ofLedger(Campaign campaign, Ledger ledger, Instant now) throws IOException {
        List<InputStamp> stamps = new ArrayList<>();
        stamps.add(new InputStamp(SUPPRESSIONS, 0, Instant.EPOCH, ledger.suppressionsState()));
        String takenIn = KnownEvents.segments(campaign, ledger).state();
        if (!takenIn.isEmpty()) {
            stamps.add(new InputStamp(TAKEN_IN, 0, Instant.EPOCH, takenIn));
        }
        Follows follows = campaign.audience().follows();
        if (follows != null) {
            stamps.add(new InputStamp(FOLLOWED, 0, now, ledger.goneState(follows.campaign())));
        }
        return stamps;
    }

    private static Instant changed(Inputs.Input input) throws IOException {
        return Files.getLastModifiedTime(input.file()).toInstant();
    }
}
