package org.personalize.audience;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One person, looked up anew for every value, so that people cost nothing while nobody looks at them. */
record Person(Customers customers, int number) implements Customer {

    @Override
    public String id() {
        return customers.id(number);
    }

    @Override
    public String email() {
        return customers.email(number);
    }

    @Override
    public @Nullable String text(String column) {
        return customers.text(number, column);
    }

    @Override
    public @Nullable Object field(String name) {
        return customers.value(number, name);
    }

    @Override
    public String language() {
        return customers.language(number);
    }

    @Override
    public ZoneId zone() {
        return customers.zone(number);
    }

    @Override
    public String toString() {
        return "person " + number;
    }
}
