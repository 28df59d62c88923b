package org.personalize.village;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.personalize.audience.Audience;
import org.personalize.audience.Customer;
import org.personalize.audience.Standing;

/** People written by hand. Their addresses are {@code id@example.org}. */
public final class SmallAudience implements Audience {

    static final String DOMAIN = "@example.org";

    /** In order; may be cleared to begin again. */
    public final List<Villager> people = new ArrayList<>();

    private int duplicates;
    private int putAside;

    public static SmallAudience of(String... ids) {
        var audience = new SmallAudience();
        for (String id : ids) {
            audience.add(id);
        }
        return audience;
    }

    public Villager add(String id) {
        var villager = new Villager(people.size(), id);
        people.add(villager);
        return villager;
    }

    public SmallAudience with(String id, String zone, Map<String, String> columns) {
        Villager villager = add(id).in(zone);
        columns.forEach(villager::with);
        return this;
    }

    public SmallAudience withoutTracking(int person) {
        people.get(person).refusesTracking();
        return this;
    }

    public SmallAudience withoutPersonalization(int person) {
        people.get(person).refusesPersonalization();
        return this;
    }

    /** As if the file had had more rows than people. */
    public SmallAudience withRowsLost(int merged, int refused) {
        duplicates = merged;
        putAside = refused;
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
                .filter(villager -> villager.id().equals(customerId))
                .mapToInt(Villager::number)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public int personAt(String address) {
        return address.endsWith(DOMAIN) ? personOf(address.substring(0, address.length() - DOMAIN.length())) : -1;
    }

    @Override
    public Standing standing(int person) {
        return people.get(person).standing();
    }

    @Override
    public boolean allowsTracking(int person) {
        return people.get(person).allowsTracking();
    }

    @Override
    public boolean allowsPersonalization(int person) {
        return people.get(person).allowsPersonalization();
    }

    @Override
    public List<String> columns() {
        return List.of("customer_id", "email");
    }

    @Override
    public Counts counts() {
        return new Counts(people.size() + duplicates + putAside, duplicates, putAside);
    }
}
