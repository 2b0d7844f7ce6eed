package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The unaided distance vision of 7477 women, right eye by left eye, of Stuart (1955) and of Bishop, Fienberg and Holland (1975),
 * chapter 8. The digits come from Python 3.11.7,
 * numpy 2.4.6 and scipy 1.17.1:
 *
 * <pre>
 * t = np.array([[1520,266,124,66],[234,1512,432,78],[117,362,1772,205],[36,82,179,492]])
 * d = (t.sum(1) - t.sum(0))[:-1]; S = -(t + t.T).astype(float)
 * np.fill_diagonal(S, t.sum(1) + t.sum(0) - 2*np.diag(t)); S = S[:-1,:-1]
 * q = d @ np.linalg.solve(S, d); chi2.sf(q, 3)
 * b = sum((t[i,j]-t[j,i])**2/(t[i,j]+t[j,i]) for i in range(4) for j in range(i)); chi2.sf(b, 6)
 * </pre>
 *
 * <p>R 4.2.2, {@code mcnemar.test(t)}: McNemar's chi-squared = 19.107, df = 6, p-value = 0.003987.
 */
class MovementSignificanceReferenceTest {
    private static final long[][] VISION = {
        {1520, 266, 124, 66}, {234, 1512, 432, 78}, {117, 362, 1772, 205}, {36, 82, 179, 492}
    };

    @Test
    void stuartsEyes() {
        MovementSignificance test =
                MovementSignificance.marginalHomogeneity(VISION).orElseThrow();
        assertThat(test.statistic()).isEqualTo(11.956569622982554, within(1e-10));
        assertThat(test.degreesOfFreedom()).isEqualTo(3);
        assertThat(test.pValue()).isEqualTo(0.007533425054800539, within(1e-12));
        assertThat(test).hasToString("chi-squared 11.96 with 3 df, p = 0.007533");
    }

    @Test
    void bowkersSymmetryOfTheSame() {
        MovementSignificance test = MovementSignificance.symmetry(VISION).orElseThrow();
        assertThat(test.statistic()).isEqualTo(19.10655021526677, within(1e-10));
        assertThat(test.degreesOfFreedom()).isEqualTo(6);
        assertThat(test.pValue()).isEqualTo(0.0039874198404285756, within(1e-12));
    }

    @Test
    void anEmptyCategoryChangesNothing() {
        long[][] wider = new long[6][6];
        for (int i = 0; i < 4; i++) {
            System.arraycopy(VISION[i], 0, wider[i < 2 ? i : i + 1], 0, 2);
            System.arraycopy(VISION[i], 2, wider[i < 2 ? i : i + 1], 3, 2);
        }
        wider[5][5] = 77; // and one that nobody enters or leaves
        MovementSignificance test =
                MovementSignificance.marginalHomogeneity(wider).orElseThrow();
        assertThat(test.statistic()).isEqualTo(11.956569622982554, within(1e-10));
        assertThat(test.degreesOfFreedom()).isEqualTo(3);
        assertThat(MovementSignificance.symmetry(wider)).isEqualTo(MovementSignificance.symmetry(VISION));
    }

    @Test
    void twoCategoriesAreMcNemar() {
        // R 4.2.2: mcnemar.test(matrix(c(794, 86, 150, 570), 2), correct = FALSE): chi-squared 17.356, p 3.099e-05.
        long[][] approval = {{794, 150}, {86, 570}};
        MovementSignificance test =
                MovementSignificance.marginalHomogeneity(approval).orElseThrow();
        assertThat(test.statistic()).isEqualTo(64.0 * 64 / 236, within(1e-12));
        assertThat(test.pValue()).isEqualTo(3.099e-05, within(5e-9));
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(MovementSignificance.symmetry(approval).orElseThrow()).isEqualTo(test);
    }

    @Test
    void groupsWithoutAMoveBetweenThemAreTestedTogether() {
        long[][] apart = {{5, 9, 0, 0}, {4, 5, 0, 0}, {0, 0, 5, 12}, {0, 0, 2, 5}};
        MovementSignificance test =
                MovementSignificance.marginalHomogeneity(apart).orElseThrow();
        assertThat(test.statistic()).isEqualTo(25.0 / 13 + 100.0 / 14, within(1e-12));
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
    }

    @Test
    void withoutAMoveThereIsNoTest() {
        assertThat(MovementSignificance.marginalHomogeneity(new long[][] {{3, 0}, {0, 4}}))
                .isEmpty();
        assertThat(MovementSignificance.symmetry(new long[][] {{3, 0}, {0, 4}})).isEmpty();
        assertThat(MovementSignificance.symmetry(new long[0][0])).isEmpty();
    }

    @Test
    void aTableIsSquareAndCounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MovementSignificance.symmetry(new long[][] {{1, 2}, {1}}))
                .withMessage("table[1] must have 2 elements, but had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MovementSignificance.marginalHomogeneity(new long[][] {{1, -2}, {1, 2}}))
                .withMessage("table[0][1] must be in [0, inf), but was -2");
        long[][] copy = Arrays.stream(VISION).map(long[]::clone).toArray(long[][]::new);
        MovementSignificance.marginalHomogeneity(copy);
        assertThat(copy).isDeepEqualTo(VISION);
    }
}
