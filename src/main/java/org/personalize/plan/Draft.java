package org.personalize.plan;

import org.jspecify.annotations.Nullable;

/**
 * A plan in the making: one place per person in each array. Different people's places may be written by different
 * threads.
 */
final class Draft {

    /** Why somebody is skipped; null for the others. */
    private final @Nullable Reason[] reason;

    private final boolean[] isKept;
    private final boolean[] isRedrawn;
    private final boolean[] isRefilled;
    private final boolean[] isLeftOut;
    private final boolean[] isPlain;
    private final boolean[] isInPlainGroup;
    private final long[] sendAt;
    private final float[] hourChance;
    private final short[] variant;

    Draft(int size) {
        reason = new @Nullable Reason[size];
        isKept = new boolean[size];
        isRedrawn = new boolean[size];
        isRefilled = new boolean[size];
        isLeftOut = new boolean[size];
        isPlain = new boolean[size];
        isInPlainGroup = new boolean[size];
        sendAt = new long[size];
        hourChance = new float[size];
        variant = new short[size];
    }

    int size() {
        return reason.length;
    }

    void skip(int person, Reason why) {
        reason[person] = why;
    }

    /** What was promised before stands. */
    void keep(int person) {
        isKept[person] = true;
    }

    boolean isKept(int person) {
        return reason[person] == null && isKept[person];
    }

    /** What was promised before stands, but for its variant. */
    void redraw(int person, int variantNumber) {
        isRedrawn[person] = true;
        choose(person, variantNumber);
    }

    boolean isRedrawn(int person) {
        return isRedrawn[person];
    }

    /** What was promised before stands, but for slots of which it said nothing. */
    void refill(int person, long second) {
        isRefilled[person] = true;
        sendAt[person] = second;
    }

    boolean isRefilled(int person) {
        return isKept(person) && isRefilled[person];
    }

    void leaveOut(int person) {
        isLeftOut[person] = true;
    }

    void makePlain(int person, boolean forComparison) {
        isPlain[person] = true;
        isInPlainGroup[person] = forComparison;
    }

    void choose(int person, int variantNumber) {
        variant[person] = (short) variantNumber;
    }

    void appoint(int person, long second, double chance) {
        sendAt[person] = second;
        hourChance[person] = (float) chance;
    }

    /** Whether a mail is decided anew. */
    boolean isPlanned(int person) {
        return reason[person] == null && !isLeftOut[person] && !isKept[person];
    }

    boolean isLeftOut(int person) {
        return reason[person] == null && isLeftOut[person];
    }

    /** Whether this person's mail is made without knowledge of the person. */
    boolean isPlain(int person) {
        return isPlain[person];
    }

    boolean isInPlainGroup(int person) {
        return isInPlainGroup[person];
    }

    @Nullable
    Reason reason(int person) {
        return reason[person];
    }

    long sendAt(int person) {
        return sendAt[person];
    }

    double hourChance(int person) {
        return hourChance[person];
    }

    int variant(int person) {
        return variant[person];
    }
}
