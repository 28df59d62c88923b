package org.personalize.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Edition;
import org.personalize.ledger.PostedMail;

/** All mails of a workspace in a few numbers each, and those to one address or one person in the order of time. */
final class MailShelf {

    private static final int FIRST_SIZE = 1 << 10;
    private static final int END = -1;

    /** Clocks differ: what came of a mail may be dated so much before it. */
    private static final long CLOCK_SECONDS = 300;

    private final Texts customers = new Texts();
    private final Texts addresses = new Texts();
    private final List<Edition> editions = new ArrayList<>();

    /** Addresses that are written in another case than they are found by; there are few. */
    private final Map<Integer, String> written = new HashMap<>();

    private int size;
    private int[] customerOf = new int[FIRST_SIZE];
    private int[] addressOf = new int[FIRST_SIZE];
    private int[] editionOf = new int[FIRST_SIZE];
    private long[] seconds = new long[FIRST_SIZE];
    private int[] nextOfCustomer = new int[FIRST_SIZE];
    private int[] nextOfAddress = new int[FIRST_SIZE];
    private int[] lastOfCustomer = new int[0];
    private int[] lastOfAddress = new int[0];

    int size() {
        return size;
    }

    void add(PostedMail mail) {
        if (size == seconds.length) {
            grow();
        }
        String address = mail.mailbox().key();
        String folded = mail.mailbox().foldedKey();
        customerOf[size] = customers.add(mail.customer());
        addressOf[size] = addresses.add(folded);
        editionOf[size] = edition(mail.edition());
        if (!address.equals(folded)) {
            written.put(size, address);
        }
        seconds[size] = mail.second();
        lastOfCustomer = hung(lastOfCustomer, customerOf[size], nextOfCustomer);
        lastOfAddress = hung(lastOfAddress, addressOf[size], nextOfAddress);
        size++;
    }

    /** Hangs the newest mail before the others of its chain. */
    private int[] hung(int[] lasts, int number, int[] nexts) {
        int[] grown = lasts;
        if (number >= lasts.length) {
            grown = Arrays.copyOf(lasts, Math.max(FIRST_SIZE, 2 * lasts.length));
            Arrays.fill(grown, lasts.length, grown.length, END);
        }
        nexts[size] = grown[number];
        grown[number] = size;
        return grown;
    }

    private int edition(Edition edition) {
        int last = editions.size() - 1;
        int known = last >= 0 && editions.get(last).equals(edition) ? last : editions.indexOf(edition);
        if (known < 0) {
            editions.add(edition);
            return last + 1;
        }
        return known;
    }

    private void grow() {
        customerOf = Arrays.copyOf(customerOf, 2 * size);
        addressOf = Arrays.copyOf(addressOf, 2 * size);
        editionOf = Arrays.copyOf(editionOf, 2 * size);
        seconds = Arrays.copyOf(seconds, 2 * size);
        nextOfCustomer = Arrays.copyOf(nextOfCustomer, 2 * size);
        nextOfAddress = Arrays.copyOf(nextOfAddress, 2 * size);
    }

    Edition edition(int mail) {
        return editions.get(editionOf[mail]);
    }

    String customer(int mail) {
        return customers.text(customerOf[mail]);
    }

    String address(int mail) {
        return written.getOrDefault(mail, addresses.text(addressOf[mail]));
    }

    /** The last mail to a person before a moment, of the campaign first; -1 for none. */
    int toCustomer(int mail, String campaign, long second) {
        int newest = lastOfCustomer[customerOf[mail]];
        int gone = last(newest, nextOfCustomer, campaign, second);
        return gone == END ? newest : gone;
    }

    /** The last mail that went to an address before a moment, of the campaign first; -1 for none. */
    int toAddress(String email, String campaign, long second) {
        int address = addressed(email);
        return address < 0 ? END : last(lastOfAddress[address], nextOfAddress, campaign, second);
    }

    /** All mails to an address, newest first; what is given back goes on with {@link #nextToAddress}. */
    int newestTo(String email) {
        int address = addressed(email);
        return address < 0 ? END : lastOfAddress[address];
    }

    int nextToAddress(int mail) {
        return nextOfAddress[mail];
    }

    /** Most addresses come back as they are kept. */
    private int addressed(String email) {
        int asKept = addresses.number(email.toLowerCase(Locale.ROOT));
        return asKept == END
                ? Mailbox.read(email)
                        .map(mailbox -> addresses.number(mailbox.foldedKey()))
                        .orElse(END)
                : asKept;
    }

    private int last(int newest, int[] nexts, String campaign, long second) {
        int best = END;
        int bestOfCampaign = END;
        for (int mail = newest; mail != END; mail = nexts[mail]) {
            boolean isBefore = seconds[mail] > 0 && (second < 0 || seconds[mail] <= second + CLOCK_SECONDS);
            if (isBefore && (best == END || seconds[mail] > seconds[best])) {
                best = mail;
            }
            boolean isMeant = isBefore && edition(mail).campaign().equals(campaign);
            if (isMeant && (bestOfCampaign == END || seconds[mail] > seconds[bestOfCampaign])) {
                bestOfCampaign = mail;
            }
        }
        return bestOfCampaign == END ? best : bestOfCampaign;
    }
}
