package org.personalize.history;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.audience.Standing;

/** People written by hand: ids, zones, columns, and who refused what. Their addresses are {@code id@example.com}. */
public final class SmallAudience implements Audience {

    private record Person(int number, String id, ZoneId zone, Map<String, String> columns) implements Customer {
        @Override
        public String email() {
            return id + "@example.com";
        }

        @Override
        public @Nullable String text(String column) {
            return columns.get(column);
        }

        @Override
        public String language() {
            return columns.getOrDefault("language", "en");
        }

        @Override
        public @Nullable Object field(String name) {
            return columns.get(name);
        }
    }

    private final List<Person> people = new ArrayList<>();
    private final Set<Integer> withoutTracking = new HashSet<>();
    private final Set<Integer> withoutPersonalization = new HashSet<>();

    public static SmallAudience of(String... ids) {
        var audience = new SmallAudience();
        for (String id : ids) {
            audience.with(id, "UTC", Map.of());
        }
        return audience;
    }

    public SmallAudience with(String id, String zone, Map<String, String> columns) {
        people.add(new Person(people.size(), id, ZoneId.of(zone), columns));
        return this;
    }

    public SmallAudience withoutTracking(int person) {
        withoutTracking.add(person);
        return this;
    }

    public SmallAudience withoutPersonalization(int person) {
        withoutPersonalization.add(person);
        return this;
    }

    @Override
    public int size() {
        return people.size();
    }

    @Override
    public Customer customer(int person) {
        return people.get(person);
    }

    @Override
    public int personOf(String customerId) {
        return people.stream()
                .filter(p -> p.id().equals(customerId))
                .mapToInt(Person::number)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public int personAt(String address) {
        return personOf(address.replace("@example.com", ""));
    }

    @Override
    public Standing standing(int person) {
        return Standing.MAY_BE_MAILED;
    }

    @Override
    public boolean allowsTracking(int person) {
        return !withoutTracking.contains(person);
    }

    @Override
    public boolean allowsPersonalization(int person) {
        return !withoutPersonalization.contains(person);
    }

    @Override
    public List<String> columns() {
        return List.of("customer_id", "email");
    }

    @Override
    public Counts counts() {
        return new Counts(people.size(), 0, 0);
    }
}
