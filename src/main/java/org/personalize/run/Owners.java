package org.personalize.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalize.audience.Customers;
import org.personalize.ledger.Suppression;

/**
 * Whose opt-outs are. Who has opted out at one mailbox gets no mail at the next, so what is known of a mailbox alone is
 * joined with the person who has it, once: whoever has the mailbox later has not said it.
 */
final class Owners {

    private final Customers audience;
    private final Map<Integer, List<String>> aliases = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final List<Suppression> nameless = new ArrayList<>();

    Owners(Customers audience) {
        this.audience = audience;
        audience.aliases()
                .forEach((id, person) ->
                        aliases.computeIfAbsent(person, p -> new ArrayList<>()).add(id));
    }

    /** All ids under which the files know a person: should rows part again, it holds for each. */
    List<String> of(int person) {
        var ids = new ArrayList<>(List.of(audience.customer(person).id()));
        ids.addAll(aliases.getOrDefault(person, List.of()));
        return ids;
    }

    /** The people whom a suppression means: whoever has the mailbox, and its owner wherever they are now. */
    Set<Integer> meant(Suppression one) {
        var people = new LinkedHashSet<>(audience.everybodyAt(one.mailbox()));
        int owner = one.customer().isEmpty() ? -1 : audience.personOf(one.customer());
        if (owner >= 0) {
            people.add(owner);
        }
        return people;
    }

    /** @param mayBeOfDomain whether it may only be there because of the mailbox's domain */
    void hear(Suppression one, boolean mayBeOfDomain) {
        if (!one.customer().isEmpty()) {
            named.add(key(one));
        } else if (one.liftedAt() == null && Suppression.isPersonal(one.reason()) && !mayBeOfDomain) {
            nameless.add(one);
        }
    }

    /** What the ledger knows of a mailbox alone, now with the ids of its owner. */
    List<Suppression> found() {
        List<Suppression> found = new ArrayList<>();
        for (Suppression one : nameless) {
            if (!named.contains(key(one))) {
                for (int person : audience.everybodyAt(one.mailbox())) {
                    of(person)
                            .forEach(id -> found.add(
                                    new Suppression(one.mailbox(), id, one.reason(), one.since(), one.source(), null)));
                }
            }
        }
        return found;
    }

    private static String key(Suppression one) {
        return one.reason() + " " + one.mailbox();
    }
}
