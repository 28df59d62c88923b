package org.personalize.plan;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Slot;
import org.personalize.campaign.Text.Line;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.rhythm.Hours;
import org.personalize.taste.Ranking;
import org.personalize.template.Condition;
import org.personalize.template.Fields;
import org.personalize.template.TemplateRoom;

/**
 * Everything a plan follows from. All of it is asked by several threads at once, and must not change meanwhile.
 *
 * @param occurrence which coming of a recurring campaign is planned; blank for a single one
 * @param start the occurrence's first moment; null: from now on
 * @param end the moment before which everything must be out; null: {@link
 *     org.personalize.campaign.Schedule#DEFAULT_DAYS} after the start
 * @param scopes what a condition sees of a person
 * @param promises what this edition has promised before
 * @param variants with what chance each is drawn
 * @param limit only so many are planned, in the order of the file; {@link #NO_LIMIT} for all
 * @param only the people who may be planned; empty for everybody
 */
public record Planning(
        Campaign campaign,
        String occurrence,
        @Nullable Edge start,
        @Nullable Edge end,
        Audience audience,
        Catalog catalog,
        History history,
        IntFunction<Fields> scopes,
        Conditions conditions,
        Hours hours,
        Ranking ranking,
        LedgerFacts facts,
        Promises promises,
        VariantShares variants,
        Instant now,
        int limit,
        Set<Integer> only) {

    public static final int NO_LIMIT = Integer.MAX_VALUE;

    public Planning {
        only = Set.copyOf(only);
        if (limit < 0) {
            throw new IllegalArgumentException("a limit is not below zero");
        }
    }

    /** The campaign's conditions, compiled once. */
    public record Conditions(@Nullable Condition audience, Map<String, Condition> slots) {

        public static final Conditions NONE = new Conditions(null, Map.of());

        public Conditions {
            slots = Map.copyOf(slots);
        }

        public static Conditions of(Campaign campaign, TemplateRoom room) {
            Line where = campaign.audience().where();
            Map<String, Condition> slots = new HashMap<>();
            for (Slot slot : campaign.slots()) {
                Line line = slot.where();
                if (line != null) {
                    slots.put(slot.name(), room.condition(line.source(), line.place()));
                }
            }
            return new Conditions(where == null ? null : room.condition(where.source(), where.place()), slots);
        }
    }

    /** The same with items ranked in another way. */
    Planning with(Ranking other) {
        return new Planning(
                campaign,
                occurrence,
                start,
                end,
                audience,
                catalog,
                history,
                scopes,
                conditions,
                hours,
                other,
                facts,
                promises,
                variants,
                now,
                limit,
                only);
    }

    /** What this campaign's own draws are made for; those of the workspace have a blank scope. */
    String scope() {
        return occurrence.isEmpty() ? campaign.name() : campaign.name() + '/' + occurrence;
    }

    /** Whether the variant of a promise is drawn anew: by the same lot, from the shares of today. */
    boolean isVariantOpen(int person) {
        return campaign.split().learns()
                && campaign.subjects().size() > 1
                && isSelected(person)
                && audience.allowsPersonalization(person)
                && promises.isVariantOpen(person);
    }

    boolean isSelected(int person) {
        return only.isEmpty() || only.contains(person);
    }
}
