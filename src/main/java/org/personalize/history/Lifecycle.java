package org.personalize.history;

/** Where somebody stands with a shop, by the shop's own rhythm of orders. */
enum Lifecycle {
    NEW("new"),
    ACTIVE("active"),
    LOYAL("loyal"),
    AT_RISK("at risk"),
    LAPSED("lapsed");

    private final String word;

    Lifecycle(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
