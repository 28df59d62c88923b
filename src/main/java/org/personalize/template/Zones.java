package org.personalize.template;

import java.time.ZoneId;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;

/** The old kind of time zone that FreeMarker wants; made once for each, because making one is slow. */
final class Zones {

    private static final Map<ZoneId, TimeZone> KNOWN = new ConcurrentHashMap<>();

    private Zones() {}

    static TimeZone of(ZoneId zone) {
        return KNOWN.computeIfAbsent(zone, TimeZone::getTimeZone);
    }
}
