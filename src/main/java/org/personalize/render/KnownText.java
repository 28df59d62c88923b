package org.personalize.render;

import org.personalize.template.KnownParts;

/** What is known of a template's own text, for all mails that are made from it. */
record KnownText(KnownParts<Passage> passages, Sign links, Sign comments, Sign pictures) {

    KnownText() {
        this(new KnownParts<>(Passage::of), new Sign("<a "), new Sign("<!--"), new Sign("<img "));
    }
}
