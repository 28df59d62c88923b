package org.personalize.history;

/**
 * Something that happened and of which another account tells than the event files. What is blank is not known.
 *
 * @param person whose it is, by their number in the audience; -1 for somebody who is not in it
 * @param customer the id that the person goes by there
 * @param mailbox an address of the person, for whom no id is known
 * @param event its word, as in an event file
 * @param second since 1970-01-01T00:00Z
 * @param item an item's id, or a link that leads to one
 * @param kind of a bounce hard or soft; else a provider's word
 * @param reaction who is behind it, as far as it tells by itself
 * @param isOwnMail whether it is a mail that this program itself sent; what others say of the same mail counts no more
 */
public record Happening(
        int person,
        String customer,
        String mailbox,
        String event,
        long second,
        String campaign,
        String item,
        String value,
        String order,
        String kind,
        Reaction reaction,
        boolean isOwnMail) {

    /** A mail that this program sent. */
    public static Happening mail(int person, String campaign, long second) {
        return new Happening(person, "", "", Kind.SENT.word(), second, campaign, "", "", "", "", Reaction.HUMAN, true);
    }

    /** What stands in the column of an event file that holds this; a blank for any other. */
    String cell(String column) {
        return switch (column) {
            case "customer_id" -> customer;
            case "email" -> mailbox;
            case "event" -> event;
            case "campaign", "campaign_id" -> campaign;
            case "item_id" -> item;
            case "value" -> value;
            case "order_id" -> order;
            case "kind" -> kind;
            default -> "";
        };
    }

    /** People do not belong in a log. */
    @Override
    public String toString() {
        return "Happening[" + event + "]";
    }
}
