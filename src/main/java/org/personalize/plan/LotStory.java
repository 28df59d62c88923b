package org.personalize.plan;

/**
 * What chance had to say of one person: numbers from 0 to less than 1 that anybody with the seed can draw again.
 *
 * @param group below the share of {@code no_mail}: no mail; from 1 less the share of {@code plain_mail} on: the plain mail
 * @param variant where among the variants' shares, laid one after the other in the order of the campaign
 * @param randomHour below the share of {@code random_hours}: an hour by chance
 */
public record LotStory(double group, double variant, double randomHour) {

    public static LotStory of(Planning planning, int person) {
        String id = planning.audience().customer(person).id();
        var lots = new Lots(planning);
        return new LotStory(lots.groupLot(id), lots.variantLot(id), lots.randomLot(id));
    }
}
