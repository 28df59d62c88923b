package org.personalize.template;

import freemarker.template.SimpleCollection;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A map whose entries can be listed, in an order that is the same in every run. */
final class Dictionary implements TemplateHashModelEx {

    private final Map<String, Object> entries;

    Dictionary(Map<?, ?> map) {
        boolean hasOrder = map instanceof LinkedHashMap || map instanceof SortedMap;
        entries = hasOrder ? new LinkedHashMap<>() : new TreeMap<>();
        map.forEach((key, value) -> entries.put(key.toString(), value));
    }

    @Override
    public @Nullable TemplateModel get(String key) {
        return Values.model(entries.get(key));
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public TemplateCollectionModel keys() {
        return new SimpleCollection(entries.keySet(), Values.WRAPPER);
    }

    @Override
    public TemplateCollectionModel values() {
        return new SimpleCollection(entries.values(), Values.WRAPPER);
    }
}
