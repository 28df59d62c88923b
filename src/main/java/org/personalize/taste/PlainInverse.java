package org.personalize.taste;

/**
 * By Cholesky: the lower triangle L of A = L·Lᵀ, its inverse column by column, and A⁻¹ = L⁻ᵀ·L⁻¹. Everything is a product
 * of two stretches of memory, and every number is summed in the same order on any number of processors.
 */
final class PlainInverse implements Inverse {

    private static final int BLOCK = 64;
    private static final int CHUNK = 16;

    @Override
    public void invert(double[][] matrix) {
        int size = matrix.length;
        factorize(matrix);
        var columns = new double[size][];
        Chunks.each(size, CHUNK, (chunk, from, to) -> {
            for (int column = from; column < to; column++) {
                columns[column] = column(matrix, column);
            }
        });
        Chunks.each(size, CHUNK, (chunk, from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column <= row; column++) {
                    matrix[row][column] = product(columns[row], 0, columns[column], row - column, size - row);
                }
            }
        });
        for (int row = 0; row < size; row++) {
            for (int column = row + 1; column < size; column++) {
                matrix[row][column] = matrix[column][row];
            }
        }
    }

    private static void factorize(double[][] a) {
        for (int start = 0; start < a.length; start += BLOCK) {
            int end = Math.min(a.length, start + BLOCK);
            int first = start;
            for (int row = start; row < end; row++) {
                fill(a, row, first, row + 1);
            }
            Chunks.each(a.length - end, CHUNK, (chunk, from, to) -> {
                for (int row = end + from; row < end + to; row++) {
                    fill(a, row, first, end);
                }
            });
        }
    }

    /** Finds the row's numbers in these columns, all to the left of them being found. */
    private static void fill(double[][] a, int row, int from, int to) {
        for (int column = from; column < to; column++) {
            double rest = a[row][column] - product(a[row], 0, a[column], 0, column);
            a[row][column] = column == row ? Math.sqrt(rest) : rest / a[column][column];
        }
    }

    /** Solves L·x = e; what lies above the column's own place is zero and left out. */
    private static double[] column(double[][] l, int column) {
        var x = new double[l.length - column];
        x[0] = 1 / l[column][column];
        for (int row = column + 1; row < l.length; row++) {
            x[row - column] = -product(l[row], column, x, 0, row - column) / l[row][row];
        }
        return x;
    }

    private static double product(double[] a, int aFrom, double[] b, int bFrom, int length) {
        double even = 0;
        double odd = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            even += a[aFrom + i] * b[bFrom + i];
            odd += a[aFrom + i + 1] * b[bFrom + i + 1];
            third += a[aFrom + i + 2] * b[bFrom + i + 2];
            fourth += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < length; i++) {
            even += a[aFrom + i] * b[bFrom + i];
        }
        return even + odd + third + fourth;
    }
}
