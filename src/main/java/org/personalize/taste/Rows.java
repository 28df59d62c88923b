package org.personalize.taste;

import java.util.Arrays;

/** Examples: the clues of an item for a person, whether it was wanted in the time that followed, and how much that counts. */
final class Rows {

    private float[] values = new float[Clue.NUMBER * 256];
    private float[] weights = new float[256];
    private boolean[] wins = new boolean[256];
    private float[] stands = new float[256];
    private int size;

    /**
     * @param weight how much it counts for a fit, where each person should be heard
     * @param standsFor how many such items it stands for, itself included; 0 for one that is there only because it won
     */
    void add(double[] clues, boolean isWin, double weight, double standsFor) {
        if (size == weights.length) {
            values = Arrays.copyOf(values, 2 * values.length);
            weights = Arrays.copyOf(weights, 2 * size);
            wins = Arrays.copyOf(wins, 2 * size);
            stands = Arrays.copyOf(stands, 2 * size);
        }
        for (int clue = 0; clue < Clue.NUMBER; clue++) {
            values[size * Clue.NUMBER + clue] = (float) clues[clue];
        }
        weights[size] = (float) weight;
        stands[size] = (float) standsFor;
        wins[size++] = isWin;
    }

    void addAll(Rows others) {
        var clues = new double[Clue.NUMBER];
        for (int row = 0; row < others.size; row++) {
            for (int clue = 0; clue < clues.length; clue++) {
                clues[clue] = others.value(row, clue);
            }
            add(clues, others.wins[row], others.weights[row], others.stands[row]);
        }
    }

    int size() {
        return size;
    }

    double value(int row, int clue) {
        return values[row * Clue.NUMBER + clue];
    }

    double weight(int row) {
        return weights[row];
    }

    double standsFor(int row) {
        return stands[row];
    }

    boolean isWin(int row) {
        return wins[row];
    }

    int wins() {
        int found = 0;
        for (int row = 0; row < size; row++) {
            found += wins[row] ? 1 : 0;
        }
        return found;
    }

    double sumOfWeights() {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            sum += weights[row];
        }
        return sum;
    }

    double sumOfWins() {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            sum += wins[row] ? weights[row] : 0;
        }
        return sum;
    }

    /** The weighted sum of how far a clue is from somewhere, to a power of 1 or 2. */
    double total(int clue, double from, int power) {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            double distance = value(row, clue) - from;
            sum += weights[row] * (power == 1 ? distance : distance * distance);
        }
        return sum;
    }
}
