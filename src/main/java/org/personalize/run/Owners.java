package org.personalize.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalize.audience.Customers;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Suppression;

/**
 * Whose opt-outs are. Who has opted out at one mailbox gets no mail at the next, so what is known of a mailbox alone is
 * joined with the person who has it, once: whoever has the mailbox later has not said it. What is known of an id alone is
 * joined with the mailbox of whoever has it, so that it can be taken back by that.
 */
final class Owners {

    private final Customers audience;
    private final Map<Integer, List<String>> aliases = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final Set<String> counting = new HashSet<>();
    private final List<Suppression> nameless = new ArrayList<>();
    private final List<Suppression> homeless = new ArrayList<>();

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
        if (one.liftedAt() == null && one.mailbox().isEmpty()) {
            homeless.add(one);
        } else if (!one.customer().isEmpty()) {
            named.add(key(one));
            if (one.liftedAt() == null) {
                counting.add(key(one) + ' ' + one.customer());
            }
        } else if (one.liftedAt() == null && Suppression.isPersonal(one.reason()) && !mayBeOfDomain) {
            nameless.add(one);
        }
    }

    /** What the ledger knows of a mailbox alone, now with the ids of its owner; and of an id alone, with its mailbox. */
    List<Suppression> found() {
        List<Suppression> found = new ArrayList<>();
        for (Suppression one : nameless) {
            if (!named.contains(key(one))) {
                for (int person : audience.everybodyAt(one.mailbox())) {
                    found.addAll(ofAllIds(person, one.mailbox(), one));
                }
            }
        }
        for (Suppression one : homeless) {
            int person = audience.personOf(one.customer());
            if (person >= 0) {
                found.addAll(ofAllIds(person, mailbox(person), one));
            }
        }
        found.removeIf(one -> counting.contains(key(one) + ' ' + one.customer()));
        return found;
    }

    private List<Suppression> ofAllIds(int person, String mailbox, Suppression one) {
        return of(person).stream()
                .map(id -> new Suppression(mailbox, id, one.reason(), one.since(), one.source(), null))
                .toList();
    }

    private String mailbox(int person) {
        return Mailbox.read(audience.customer(person).email()).orElseThrow().foldedKey();
    }

    private static String key(Suppression one) {
        return one.reason() + " " + one.mailbox();
    }
}
