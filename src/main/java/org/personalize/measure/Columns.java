package org.personalize.measure;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Named arrays of numbers and texts, which is all that a model is made of. Whoever reads them asks for a name and a
 * kind, and hears it when they are not there.
 */
public final class Columns {

    private final Map<String, Object> arrays = new TreeMap<>();

    public Columns put(String name, double... values) {
        return keep(name, values.clone());
    }

    public Columns put(String name, float[] values) {
        return keep(name, values);
    }

    public Columns put(String name, int[] values) {
        return keep(name, values);
    }

    public Columns put(String name, String... values) {
        return keep(name, values.clone());
    }

    /** All arrays of another set, each under {@code prefix.name}. */
    public Columns putAll(String prefix, Columns others) {
        others.arrays.forEach((name, values) -> keep(prefix + "." + name, values));
        return this;
    }

    private Columns keep(String name, Object values) {
        if (arrays.putIfAbsent(name, values) != null) {
            throw new IllegalArgumentException("two columns are called " + name);
        }
        return this;
    }

    /** The arrays whose names begin with {@code prefix.}, without it. */
    public Columns under(String prefix) {
        var part = new Columns();
        arrays.forEach((name, values) -> {
            if (name.startsWith(prefix + ".")) {
                part.keep(name.substring(prefix.length() + 1), values);
            }
        });
        return part;
    }

    public Set<String> names() {
        return Set.copyOf(arrays.keySet());
    }

    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    public double number(String name) {
        return doubles(name)[0];
    }

    public String text(String name) {
        return texts(name)[0];
    }

    public double[] doubles(String name) {
        return get(name, double[].class);
    }

    public float[] floats(String name) {
        return get(name, float[].class);
    }

    public int[] ints(String name) {
        return get(name, int[].class);
    }

    public String[] texts(String name) {
        return get(name, String[].class);
    }

    /** One array as it is, for a file that keeps them all. */
    public Object array(String name) {
        return get(name, Object.class);
    }

    private <T> T get(String name, Class<T> kind) {
        Object values = arrays.get(name);
        if (!kind.isInstance(values)) {
            throw new IllegalArgumentException("expected a column " + name + " of " + kind.getSimpleName());
        }
        return kind.cast(values);
    }
}
