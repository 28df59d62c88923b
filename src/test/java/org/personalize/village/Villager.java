package org.personalize.village;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Customer;
import org.personalize.audience.Standing;

/** A person written by hand, who lives in UTC, speaks English and refuses nothing unless told otherwise. */
public final class Villager implements Customer {

    private final int number;
    private final String id;
    private final Map<String, Object> fields = new HashMap<>();
    private ZoneId zone = ZoneOffset.UTC;
    private Standing standing = Standing.MAY_BE_MAILED;
    private boolean allowsTracking = true;
    private boolean allowsPersonalization = true;

    Villager(int number, String id) {
        this.number = number;
        this.id = id;
    }

    public Villager with(String column, Object value) {
        fields.put(column, value);
        return this;
    }

    public Villager in(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    public Villager is(Standing other) {
        standing = other;
        return this;
    }

    public Villager refusesTracking() {
        allowsTracking = false;
        return this;
    }

    public Villager refusesPersonalization() {
        allowsPersonalization = false;
        return this;
    }

    Standing standing() {
        return standing;
    }

    boolean allowsTracking() {
        return allowsTracking;
    }

    boolean allowsPersonalization() {
        return allowsPersonalization;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String email() {
        return id + SmallAudience.DOMAIN;
    }

    @Override
    public @Nullable String text(String column) {
        Object value = field(column);
        return value == null ? null : value.toString();
    }

    @Override
    public String language() {
        return fields.getOrDefault("language", "en").toString();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public @Nullable Object field(String column) {
        return fields.get(column);
    }
}
