package org.personalize.taste;

import java.util.Arrays;

/** Examples: the clues of an item for a person, whether it was wanted in the time that followed, and how much that counts. */
final class Rows {

    private float[] values = new float[Clue.NUMBER * 16];
    private float[] weights = new float[16];
    private boolean[] wins = new boolean[16];
    private int size;

    /**
     * @param weight how much it counts for a fit, where each person should be heard
     */
    void add(double[] clues, boolean isWin, double weight) {
        makeRoom(size + 1);
        for (int clue = 0; clue < Clue.NUMBER; clue++) {
            values[size * Clue.NUMBER + clue] = (float) clues[clue];
        }
        weights[size] = (float) weight;
        wins[size++] = isWin;
    }

    /** Those of things that somebody wanted before. */
    Rows tried() {
        var tried = new Rows();
        var clues = new double[Clue.NUMBER];
        for (int row = 0; row < size; row++) {
            if (value(row, Clue.UNSEEN.place()) == 0) {
                for (int clue = 0; clue < Clue.NUMBER; clue++) {
                    clues[clue] = value(row, clue);
                }
                tried.add(clues, wins[row], weights[row]);
            }
        }
        return tried;
    }

    void addAll(Rows others) {
        makeRoom(size + others.size);
        System.arraycopy(others.values, 0, values, size * Clue.NUMBER, others.size * Clue.NUMBER);
        System.arraycopy(others.weights, 0, weights, size, others.size);
        System.arraycopy(others.wins, 0, wins, size, others.size);
        size += others.size;
    }

    private void makeRoom(int least) {
        if (least > weights.length) {
            int room = Math.max(least, 2 * weights.length);
            values = Arrays.copyOf(values, room * Clue.NUMBER);
            weights = Arrays.copyOf(weights, room);
            wins = Arrays.copyOf(wins, room);
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

    /** Each clue's weighted mean, and its deviation from it. */
    double[][] spread() {
        var means = new double[Clue.NUMBER];
        var deviations = new double[Clue.NUMBER];
        double sum = sumOfWeights();
        for (int row = 0; row < size; row++) {
            for (int clue = 0; clue < Clue.NUMBER; clue++) {
                means[clue] += weights[row] * value(row, clue);
            }
        }
        for (int clue = 0; clue < Clue.NUMBER; clue++) {
            means[clue] = sum == 0 ? 0 : means[clue] / sum;
        }
        for (int row = 0; row < size; row++) {
            for (int clue = 0; clue < Clue.NUMBER; clue++) {
                double distance = value(row, clue) - means[clue];
                deviations[clue] += weights[row] * distance * distance;
            }
        }
        for (int clue = 0; clue < Clue.NUMBER; clue++) {
            deviations[clue] = sum == 0 ? 0 : Math.sqrt(deviations[clue] / sum);
        }
        return new double[][] {means, deviations};
    }
}
