package org.personalize.history;

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
    OTHER
}
