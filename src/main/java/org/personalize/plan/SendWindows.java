package org.personalize.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.rhythm.Weekdays;

/** The window of every zone that somebody lives in, worked out once each. */
final class SendWindows {

    private final Planning planning;
    private final Map<ZoneId, SendWindow> byZone = new ConcurrentHashMap<>();
    private final Map<ZoneId, SendWindow> whole = new ConcurrentHashMap<>();

    SendWindows(Planning planning) {
        this.planning = planning;
    }

    SendWindow in(ZoneId zone) {
        return byZone.computeIfAbsent(zone, z -> in(z, planning.now()));
    }

    private SendWindow in(ZoneId zone, Instant now) {
        return SendWindow.of(planning.campaign().schedule(), planning.start(), planning.end(), zone, now);
    }

    SendWindow of(int person) {
        return in(planning.audience().customer(person).zone());
    }

    /** The days of the week on which a person's mail may arrive. */
    Weekdays days(int person) {
        return of(person).days(RelayRoom.isLimited(planning));
    }

    /** The same window as if nothing of it were over yet. */
    SendWindow whole(int person) {
        ZoneId zone = planning.audience().customer(person).zone();
        return whole.computeIfAbsent(zone, z -> in(z, in(z).starts()));
    }

    /** The moment an edge means where a person's zone is unknown. */
    static Instant moment(Edge edge, Campaign campaign) {
        return SendWindow.moment(edge, campaign.schedule().zone());
    }
}
