package org.personalize.deliver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A part of a header that many mails have in common, kept by what it is written from; beyond so many all are
 * forgotten, so that no file can fill the memory. May be used from many threads at once.
 */
final class Kept<K> {

    private static final int MOST = 1_000;

    private final Map<K, String> texts = new ConcurrentHashMap<>();
    private final Function<K, String> writing;

    Kept(Function<K, String> writing) {
        this.writing = writing;
    }

    String of(K source) {
        String known = texts.get(source);
        if (known == null) {
            known = writing.apply(source);
            if (texts.size() >= MOST) {
                texts.clear();
            }
            texts.put(source, known);
        }
        return known;
    }
}
