package io.strowger.models.training;

import java.util.List;

/** The directions along which vectors differ the most, found by orthogonal iteration. Deterministic. */
final class MainAxes {
    private static final int ROUNDS = 60;
    private static final long SEED = 42;

    private final int size;
    private final double[] means;
    private final double[][] axes;
    private double scale = 1;

    /** The main axes of some vectors, as many as are asked for. */
    MainAxes(List<float[]> vectors, int count) {
        size = vectors.get(0).length;
        means = new double[size];
        for (float[] vector : vectors) {
            for (int i = 0; i < size; i++) {
                means[i] += vector[i] / vectors.size();
            }
        }
        double[][] covariances = covariances(vectors);
        axes = new double[count][size];
        SeededRandom random = new SeededRandom(SEED);
        for (double[] axis : axes) {
            for (int i = 0; i < size; i++) {
                axis[i] = random.below(2) - 0.5;
            }
        }
        orthogonalize();
        for (int round = 0; round < ROUNDS; round++) {
            for (int a = 0; a < count; a++) {
                axes[a] = product(covariances, axes[a]);
            }
            orthogonalize();
        }
        double variance = 0;
        for (double[] axis : axes) {
            variance += dot(axis, product(covariances, axis)) / count;
        }
        scale = variance > 0 ? 1 / Math.sqrt(variance) : 1;
    }

    /** Where vectors are along the axes, from the mean; over all axes the mean square is 1. */
    List<float[]> of(List<float[]> vectors) {
        return vectors.stream().map(this::of).toList();
    }

    private float[] of(float[] vector) {
        float[] along = new float[axes.length];
        for (int a = 0; a < axes.length; a++) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += axes[a][i] * (vector[i] - means[i]);
            }
            along[a] = (float) (sum * scale);
        }
        return along;
    }

    private double[][] covariances(List<float[]> vectors) {
        double[][] sums = new double[size][size];
        double[] centred = new double[size];
        for (float[] vector : vectors) {
            for (int i = 0; i < size; i++) {
                centred[i] = vector[i] - means[i];
            }
            for (int i = 0; i < size; i++) {
                double factor = centred[i] / vectors.size();
                for (int j = 0; j < size; j++) {
                    sums[i][j] += factor * centred[j];
                }
            }
        }
        return sums;
    }

    private static double[] product(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    /** Makes each axis of length one and at right angles to those before it. */
    private void orthogonalize() {
        for (int a = 0; a < axes.length; a++) {
            for (int before = 0; before < a; before++) {
                double share = dot(axes[a], axes[before]);
                for (int i = 0; i < size; i++) {
                    axes[a][i] -= share * axes[before][i];
                }
            }
            double length = Math.sqrt(dot(axes[a], axes[a]));
            for (int i = 0; i < size; i++) {
                axes[a][i] /= length > 0 ? length : 1;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
