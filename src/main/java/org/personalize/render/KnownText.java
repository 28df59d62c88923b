package org.personalize.render;

/** What is known of a template's own text, for all mails that are made from it. */
record KnownText(Moulds moulds, Sign links, PictureSigns pictures) {

    KnownText() {
        this(new Moulds(), new Sign("<a "), new PictureSigns());
    }
}
