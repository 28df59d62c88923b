package org.personalize.campaign;

import java.util.List;
import java.util.Optional;

/** A map with fixed keys, in the order in which people are shown them. */
record Section(List<Key> keys) implements Shape {

    private static final int SHOWN = 2;

    Section {
        keys = List.copyOf(keys);
    }

    static Section of(Key... keys) {
        return new Section(List.of(keys));
    }

    Optional<Key> find(String name) {
        return keys.stream().filter(k -> k.name().equals(name)).findFirst();
    }

    /** A key that the program itself asks for. */
    Key key(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no key " + name + " is described here"));
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }

    @Override
    public String expected() {
        return "a map with keys such as " + String.join(" and ", names().subList(0, Math.min(SHOWN, keys.size())));
    }
}
