package org.loyalty4j.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

    @Test
    void knownMatrix() {
        // numpy.linalg.eigvalsh([[2, -1, 0], [-1, 2, -1], [0, -1, 2]]): 2 - sqrt(2), 2, 2 + sqrt(2)
        SymmetricEigen eigen = new SymmetricEigen(new double[][] {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}});

        double[] values =
                IntStream.range(0, 3).mapToDouble(eigen::value).sorted().toArray();
        assertThat(values[0]).isCloseTo(2 - Math.sqrt(2), within(4e-15));
        assertThat(values[1]).isCloseTo(2, within(4e-15));
        assertThat(values[2]).isCloseTo(2 + Math.sqrt(2), within(4e-15));
        assertThat(eigen.isPositiveDefinite(0.1)).isTrue();
        assertThat(eigen.isPositiveDefinite(0.2)).isFalse();
        assertThat(eigen.norm()).isCloseTo(2 + Math.sqrt(2), within(4e-15));
    }

    @Test
    void vectorsBelongToTheirValues() {
        double[][] matrix = {{4, 1e-3, 2e5}, {1e-3, -1e-7, 3e-9}, {2e5, 3e-9, 1e11}};
        SymmetricEigen eigen = new SymmetricEigen(matrix);

        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 3; i++) {
                double product = 0;
                for (int j = 0; j < 3; j++) {
                    product += matrix[i][j] * eigen.vector(k, j);
                }
                assertThat(product).isCloseTo(eigen.value(k) * eigen.vector(k, i), within(1e-15 * eigen.norm()));
            }
        }
    }

    @Test
    void scalesOfEverySizeConverge() {
        double[][] matrix = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                matrix[i][j] = Math.scalb(1.0 / (1 + i + j), -150 * (i + j)) * ((i + j) % 2 == 0 ? 1 : -1);
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(matrix);

        assertThat(IntStream.range(0, 4).mapToDouble(eigen::value).toArray()).doesNotContain(Double.NaN);
        assertThat(new SymmetricEigen(new double[][] {{1e300, 1e300}, {1e300, 1e300}}).norm())
                .isCloseTo(2e300, within(1e285));
        assertThat(new SymmetricEigen(new double[2][2]).norm()).isZero();
    }

    @Test
    void theInverseUndoesTheMatrix() {
        double[][] inverse = new SymmetricEigen(new double[][] {{2, 1}, {1, 3}}).inverse();

        assertThat(Arrays.stream(inverse).flatMapToDouble(Arrays::stream).toArray())
                .containsExactly(new double[] {0.6, -0.2, -0.2, 0.4}, within(4e-15));
    }
}
