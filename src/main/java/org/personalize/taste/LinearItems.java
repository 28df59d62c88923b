package org.personalize.taste;

import java.util.stream.IntStream;

/**
 * How much each item speaks for each other one when all are weighed against each other (EASE): G = XᵀX + λ·1, P = G⁻¹,
 * B = −P / diag(P), diagonal 0. Only the items that most people had take part, because the work grows with the cube of
 * their number; of each row the strongest links are kept, for or against.
 */
final class LinearItems implements Kinship {

    private static final int MOST_LINKS = 200;
    private static final int FEWEST_PEOPLE = 3;
    private static final int CHUNK = 16;

    private final double lambda;
    private final int mostItems;
    private final Inverse inverse;

    LinearItems(double lambda, int mostItems, Inverse inverse) {
        this.lambda = lambda;
        this.mostItems = mostItems;
        this.inverse = inverse;
    }

    @Override
    public Kin learn(Had had) {
        int[] members = IntStream.range(0, had.items())
                .filter(item -> had.number(item) >= FEWEST_PEOPLE)
                .boxed()
                .sorted((a, b) -> had.number(a) == had.number(b)
                        ? Integer.compare(a, b)
                        : Integer.compare(had.number(b), had.number(a)))
                .limit(mostItems)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        if (members.length < 2) {
            return Kin.none(had.items());
        }
        double[][] p = gram(had, members);
        inverse.invert(p);
        return links(p, members, had.items());
    }

    private double[][] gram(Had had, int[] members) {
        var places = new int[had.items()];
        for (int place = 0; place < members.length; place++) {
            places[members[place]] = place + 1;
        }
        var gram = new double[members.length][];
        Chunks.each(members.length, CHUNK, (chunk, from, to) -> {
            for (int row = from; row < to; row++) {
                gram[row] = together(had, members[row], places, members.length);
                gram[row][row] += lambda;
            }
        });
        return gram;
    }

    private static double[] together(Had had, int item, int[] places, int size) {
        var row = new double[size];
        for (int k = had.fromFor(item); k < had.toFor(item); k++) {
            int person = had.person(k);
            for (int pair = had.fromOf(person); pair < had.toOf(person); pair++) {
                int place = places[had.item(pair)];
                if (place > 0) {
                    row[place - 1]++;
                }
            }
        }
        return row;
    }

    private static Kin links(double[][] p, int[] members, int items) {
        var rows = new KinRows(items);
        Chunks.each(members.length, CHUNK, (chunk, from, to) -> {
            var byItem = new double[items];
            for (int row = from; row < to; row++) {
                for (int column = 0; column < members.length; column++) {
                    byItem[members[column]] = column == row ? 0 : -p[row][column] / p[column][column];
                }
                rows.addStrongest(members[row], members, members.length, byItem, MOST_LINKS);
            }
        });
        return rows.kin();
    }
}
