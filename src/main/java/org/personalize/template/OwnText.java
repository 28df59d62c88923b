package org.personalize.template;

import java.util.Collection;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a template, known by the arrays in which FreeMarker keeps them: it writes the very same array in every
 * rendering, so that what arrives is known without being compared.
 */
final class OwnText {

    private final IdentityHashMap<char[], Block> blocks = new IdentityHashMap<>();

    OwnText(Collection<Parsed> files) {
        files.forEach(file -> file.root().ifPresent(this::gather));
    }

    private void gather(Node node) {
        if (node.isKind("TextBlock") && node.value("text") instanceof char[] text) {
            blocks.put(text, new Block(new String(text)));
        }
        node.children().forEach(this::gather);
    }

    /** The block that is kept in an array; null when it is none. */
    @Nullable
    Block blockIn(char[] array) {
        return blocks.get(array);
    }
}
