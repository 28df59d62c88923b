package org.personalize.render;

/** What mails are rendered for. */
public enum Purpose {
    /** To be looked at: what only a real mail needs is a warning. */
    PREVIEW,
    /** To be handed to a relay: a mail that would arrive broken is held. */
    MAIL
}
