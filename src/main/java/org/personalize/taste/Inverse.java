package org.personalize.taste;

import smile.math.blas.UPLO;
import smile.math.matrix.Matrix;

/** Turns a symmetric, positive definite matrix into its inverse. */
interface Inverse {

    /** @param matrix row after row; written over with its inverse */
    void invert(double[][] matrix);

    /** The machine's own linear algebra where Smile brings it, else plain Java. */
    static Inverse best() {
        return NativeInverse.isThere() ? new NativeInverse() : new PlainInverse();
    }

    /** Smile's, through the native BLAS that its jars bring for the usual systems. */
    final class NativeInverse implements Inverse {

        private static final boolean IS_THERE = isLoadable();

        static boolean isThere() {
            return IS_THERE;
        }

        private static boolean isLoadable() {
            // The loader's remarks on how its jar was packed are for those who pack it, not for marketers.
            System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
            try {
                var one = new Matrix(1, 1, 1.0);
                one.uplo(UPLO.LOWER);
                return one.cholesky().inverse().get(0, 0) == 1;
            } catch (LinkageError e) {
                return false;
            }
        }

        @Override
        public void invert(double[][] matrix) {
            Matrix whole = Matrix.of(matrix);
            whole.uplo(UPLO.LOWER);
            Matrix inverse = whole.cholesky(true).inverse();
            for (int row = 0; row < matrix.length; row++) {
                for (int column = 0; column < matrix.length; column++) {
                    matrix[row][column] = inverse.get(row, column);
                }
            }
        }
    }
}
