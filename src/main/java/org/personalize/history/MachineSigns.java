package org.personalize.history;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one row says about who made it: a provider's flag, or the name of the program that fetched something. */
public final class MachineSigns {

    /** Providers' words in {@code kind} and {@code machine}, letters only. */
    private static final Set<String> MACHINE_WORDS = Set.of(
            "machine",
            "machineopen",
            "machineclick",
            "bot",
            "botclick",
            "botopen",
            "scanner",
            "crawler",
            "automated",
            "nonhuman",
            "nhi",
            "prefetch",
            "prefetched",
            "preload",
            "apple",
            "applempp",
            "mpp",
            "appleprivacy",
            "appleprivacyopen",
            "applemailprivacy",
            "applemailprivacyprotection",
            "mailprivacyprotection");

    private static final Set<String> PROXY_WORDS =
            Set.of("proxy", "proxied", "proxyopen", "imageproxy", "gmail", "gmailproxy", "google", "googleimageproxy");

    private static final Set<String> YES = Set.of("yes", "y", "true", "t", "1", "on");
    private static final Set<String> NO = Set.of("no", "n", "false", "f", "0", "off", "human");

    private static final Pattern PROXY_AGENT = Pattern.compile(
            "googleimageproxy|ggpht\\.com|yahoomailproxy|image ?proxy|duckduckgo.*proxy|mail\\.ru.*proxy");

    private static final Pattern MACHINE_AGENT = Pattern.compile(
            "barracuda|mimecast|proofpoint|urldefense|symantec|messagelabs|fireeye|trellix|trend ?micro|forcepoint|websense"
                    + "|sophos|ironport|safelinks|bingpreview|bitdefender|zscaler|cloudmark|virustotal|mail ?privacy"
                    + "|crawler|spider|(?<!cu)bot\\b|python-|aiohttp|libwww|curl/|wget/|go-http-client|apache-httpclient"
                    + "|headless|phantomjs|node-fetch|axios/|facebookexternalhit|^java/|^mozilla/5\\.0$");

    /** More programs than these are looked at anew each time. */
    private static final int MOST_AGENTS = 10_000;

    private final Map<String, Reaction> agents = new HashMap<>();

    /**
     * @param flag from a column that says only whether it was a machine
     * @param kind a provider's word for the event
     * @param device the program or device, as a log writes it
     */
    public Reaction of(Kind event, @Nullable String flag, @Nullable String kind, @Nullable String device) {
        return switch (event) {
            case OPEN -> open(worse(said(flag, true), said(kind, false)), device);
            case CLICK, VIEW, CART -> {
                Reaction said = worse(said(flag, true), said(kind, false));
                Reaction agent = device == null ? Reaction.HUMAN : agent(device);
                boolean isMachine = said == Reaction.FLAGGED || agent == Reaction.AGENT;
                yield isMachine ? (said == Reaction.FLAGGED ? said : agent) : Reaction.HUMAN;
            }
            case SENT, DELIVERED, PURCHASE, RATING, REFUND, UNSUBSCRIBE, SUBSCRIBE, BOUNCE, COMPLAINT, OTHER ->
                Reaction.HUMAN;
        };
    }

    private Reaction open(@Nullable Reaction said, @Nullable String device) {
        if (said == Reaction.FLAGGED || said == Reaction.HUMAN) {
            return said;
        }
        Reaction agent = device == null ? Reaction.UNDECIDED : agent(device);
        return said == Reaction.IMAGE_PROXY && agent != Reaction.AGENT ? said : agent;
    }

    /** The clearer of two words about the same event; a machine's mark outweighs any other. */
    private static @Nullable Reaction worse(@Nullable Reaction one, @Nullable Reaction other) {
        return one == null || other == Reaction.FLAGGED ? other : one;
    }

    private static @Nullable Reaction said(@Nullable String cell, boolean isYesOrNo) {
        if (cell == null) {
            return null;
        }
        String lower = cell.toLowerCase(Locale.ROOT);
        if (isYesOrNo && (YES.contains(lower) || NO.contains(lower))) {
            return YES.contains(lower) ? Reaction.FLAGGED : Reaction.HUMAN;
        }
        String word = letters(lower);
        if (MACHINE_WORDS.contains(word)) {
            return Reaction.FLAGGED;
        }
        return PROXY_WORDS.contains(word) ? Reaction.IMAGE_PROXY : null;
    }

    private static String letters(String lower) {
        var letters = new StringBuilder(lower.length());
        lower.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    private Reaction agent(String device) {
        Reaction known = agents.get(device);
        if (known != null) {
            return known;
        }
        String lower = device.toLowerCase(Locale.ROOT);
        Reaction found = PROXY_AGENT.matcher(lower).find()
                ? Reaction.IMAGE_PROXY
                : MACHINE_AGENT.matcher(lower).find() ? Reaction.AGENT : Reaction.HUMAN;
        if (agents.size() < MOST_AGENTS) {
            agents.put(device, found);
        }
        return found;
    }
}
