package org.personalize.render;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Block;
import org.personalize.template.Blocks;

/** Which of a template's own text stands in a mail, and between what of it something is filled in. */
final class Skeleton {

    /** Whether titles and pictures say the same hardly differs between mails; beyond these a mail is read on its own. */
    private static final int MOST_MOULDS = 8;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Block[] blocks;
    private final int[] froms;
    private final int[] lengths;
    private final List<Mould> moulds = new CopyOnWriteArrayList<>();
    private volatile boolean isUnfit;

    /** Of a mail. */
    Skeleton(Page page) {
        Blocks given = page.blocks();
        int size = given.size();
        blocks = new Block[size];
        froms = new int[size];
        lengths = new int[size + 1];
        for (int i = 0; i < size; i++) {
            blocks[i] = given.block(i);
            froms[i] = given.from(i);
            lengths[i] = length(page, i);
        }
        lengths[size] = length(page, size);
    }

    /** The same for mails that have the same skeleton, and hardly ever for others. */
    static long key(Page page) {
        Blocks blocks = page.blocks();
        long key = length(page, blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            key = (key ^ blocks.block(i).hashCode()) * SPREAD;
            key = (key ^ blocks.from(i)) * SPREAD;
            key = (key ^ length(page, i)) * SPREAD;
            key ^= key >>> 32;
        }
        return key;
    }

    /** How much of a block stands in a mail; less than nothing if a value comes before it. Behind the last, nothing of it. */
    private static int length(Page page, int number) {
        Blocks blocks = page.blocks();
        boolean isBehind = number == blocks.size();
        int end = number == 0 ? 0 : blocks.end(number - 1);
        int start = isBehind ? page.html().length() : blocks.start(number);
        int length = isBehind ? 0 : blocks.end(number) - start;
        return start > end ? ~length : length;
    }

    boolean isOf(Page page) {
        Blocks given = page.blocks();
        if (given.size() != blocks.length || length(page, blocks.length) != lengths[blocks.length]) {
            return false;
        }
        for (int i = 0; i < blocks.length; i++) {
            if (given.block(i) != blocks[i] || given.from(i) != froms[i] || length(page, i) != lengths[i]) {
                return false;
            }
        }
        return true;
    }

    /** What such a mail reads like; null if it has to be read on its own. */
    @Nullable
    Reading read(Page page) {
        Gaps gaps = isUnfit ? null : Gaps.of(page);
        if (gaps == null || !moulds.isEmpty() && !moulds.get(0).keepsLinks(gaps)) {
            return null;
        }
        for (Mould mould : moulds) {
            if (mould.fits(gaps)) {
                return mould.with(gaps);
            }
        }
        if (moulds.size() < MOST_MOULDS) {
            learn(page, gaps);
        }
        return null;
    }

    private void learn(Page page, Gaps gaps) {
        Mould mould = Mould.of(page, gaps);
        if (mould == null) {
            isUnfit = true;
        } else {
            moulds.add(mould);
        }
    }
}
