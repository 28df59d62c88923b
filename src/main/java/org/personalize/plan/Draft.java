package org.personalize.plan;

import java.util.Arrays;

/**
 * A plan in the making: one place per person in each array. Different people's places may be written by different
 * threads.
 */
final class Draft {

    private static final byte PLANNED = -1;
    private static final byte NO_MAIL = -2;
    private static final Reason[] REASONS = Reason.values();

    /** A reason's ordinal, or one of the two above. */
    private final byte[] state;

    private final boolean[] isPlain;
    private final boolean[] isInPlainGroup;
    private final long[] sendAt;
    private final float[] hourChance;
    private final short[] variant;

    Draft(int size) {
        state = new byte[size];
        Arrays.fill(state, PLANNED);
        isPlain = new boolean[size];
        isInPlainGroup = new boolean[size];
        sendAt = new long[size];
        hourChance = new float[size];
        variant = new short[size];
    }

    int size() {
        return state.length;
    }

    void skip(int person, Reason reason) {
        state[person] = (byte) reason.ordinal();
    }

    void leaveOut(int person) {
        state[person] = NO_MAIL;
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

    boolean isPlanned(int person) {
        return state[person] == PLANNED;
    }

    boolean isLeftOut(int person) {
        return state[person] == NO_MAIL;
    }

    /** Whether this person's mail is made without knowledge of the person. */
    boolean isPlain(int person) {
        return isPlain[person];
    }

    boolean isInPlainGroup(int person) {
        return isInPlainGroup[person];
    }

    Reason reason(int person) {
        return REASONS[state[person]];
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
