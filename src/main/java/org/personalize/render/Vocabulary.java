package org.personalize.render;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.personalize.campaign.Campaign;

/**
 * Words that look like somebody's id or address but stand in the campaign itself, so that finding them in a mail gives
 * nobody away.
 */
record Vocabulary(Set<String> words) {

    static Vocabulary of(Campaign campaign, TemplateSources sources) {
        var words = new HashSet<String>();
        sources.files().values().forEach(source -> add(words, source));
        add(words, campaign.from().address());
        add(words, campaign.replyTo());
        add(words, campaign.name());
        add(words, campaign.compliance().toString());
        add(words, campaign.images().toString());
        campaign.subjects().forEach(v -> v.subject().byLanguage().values().forEach(l -> add(words, l.source())));
        var preheader = campaign.preheader();
        if (preheader != null) {
            preheader.byLanguage().values().forEach(l -> add(words, l.source()));
        }
        return new Vocabulary(Set.copyOf(words));
    }

    private static void add(Set<String> words, @org.jspecify.annotations.Nullable String text) {
        if (text != null) {
            WordScan.of(text, (word, isAddress) -> words.add(isAddress ? word.toLowerCase(Locale.ROOT) : word));
        }
    }

    boolean knows(String word) {
        return words.contains(word);
    }
}
