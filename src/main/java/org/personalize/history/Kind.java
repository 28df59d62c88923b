package org.personalize.history;

import java.util.Locale;
import java.util.Map;

/** What happened. Names that are none of these are {@link #OTHER} and count only where the campaign gives them a weight. */
public enum Kind {
    SENT,
    DELIVERED,
    OPEN,
    CLICK,
    VIEW,
    CART,
    PURCHASE,
    RATING,
    REFUND,
    UNSUBSCRIBE,
    SUBSCRIBE,
    BOUNCE,
    COMPLAINT,
    OTHER;

    private static final Map<String, Kind> OTHER_WORDS = Map.ofEntries(
            Map.entry("send", SENT),
            Map.entry("delivery", DELIVERED),
            Map.entry("opened", OPEN),
            Map.entry("clicked", CLICK),
            Map.entry("viewed", VIEW),
            Map.entry("pageview", VIEW),
            Map.entry("productview", VIEW),
            Map.entry("addtocart", CART),
            Map.entry("purchased", PURCHASE),
            Map.entry("bought", PURCHASE),
            Map.entry("order", PURCHASE),
            Map.entry("refunded", REFUND),
            Map.entry("return", REFUND),
            Map.entry("unsubscribed", UNSUBSCRIBE),
            Map.entry("optout", UNSUBSCRIBE),
            Map.entry("subscribed", SUBSCRIBE),
            Map.entry("optin", SUBSCRIBE),
            Map.entry("bounced", BOUNCE),
            Map.entry("hardbounce", BOUNCE),
            Map.entry("softbounce", BOUNCE),
            Map.entry("complained", COMPLAINT),
            Map.entry("spam", COMPLAINT),
            Map.entry("spamreport", COMPLAINT),
            Map.entry("spamcomplaint", COMPLAINT));

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The kind that an event's name means, whatever its case and punctuation. */
    public static Kind of(String name) {
        String word = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
        for (Kind kind : values()) {
            if (kind != OTHER && kind.word().equals(word)) {
                return kind;
            }
        }
        return OTHER_WORDS.getOrDefault(word, OTHER);
    }

    /** Whether it is known only because a mail was watched, for which people are asked. */
    public boolean isTracked() {
        return this == OPEN || this == CLICK;
    }

    /** Whether the name of a bounce says that it is a passing one. */
    static boolean isSoft(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("soft");
    }

    /** The word in event files and under {@code signals}. */
    public String word() {
        return word;
    }
}
