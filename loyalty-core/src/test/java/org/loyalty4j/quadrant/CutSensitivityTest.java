package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Proportion;
import org.loyalty4j.Scale;

class CutSensitivityTest {
    private static final QuadrantClassifier CUTS = new QuadrantClassifier(50, 85);

    @Test
    void countsThoseBetweenTheOldCutAndTheNew() {
        CutSensitivity sensitivity = CutSensitivity.of(
                List.of(
                        CUTS.position("at the cut", 50, 90.0),
                        CUTS.position("just below", 49, 80.0),
                        CUTS.position("a point below", 48.9, 100.0),
                        CUTS.position("above", 51, 70.0),
                        CUTS.position("unknown", 50, null)),
                1,
                Scale.NPS);
        assertThat(sensitivity.changed(CutShift.BEHAVIOUR_CUT_LOWER)).isEqualTo(new Proportion(1, 4));
        assertThat(sensitivity.changed(CutShift.BEHAVIOUR_CUT_HIGHER)).isEqualTo(new Proportion(1, 4));
        assertThat(sensitivity.changed(CutShift.ATTITUDE_CUT_LOWER)).isEqualTo(new Proportion(0, 4));
        assertThat(sensitivity.changed(CutShift.ATTITUDE_CUT_HIGHER)).isEqualTo(new Proportion(0, 4));
        assertThat(sensitivity.changed(CutShift.ANSWERS_WORSE)).isEqualTo(new Proportion(1, 4));
        assertThat(sensitivity.changed(CutShift.ANSWERS_BETTER)).isEqualTo(new Proportion(1, 4));
        assertThat(sensitivity.toString().lines())
                .hasSize(6)
                .startsWith("Behaviour cut lower by 1     25.00 % (1 of 4)")
                .endsWith("Every answer one step better 25.00 % (1 of 4)");
    }

    @Test
    void answersStayOnTheirScale() {
        Scale seven = Scale.likert(7);
        QuadrantClassifier atThree = new QuadrantClassifier(50, seven.percentOfMaximum(3));
        List<QuadrantPosition> positions = List.of(
                atThree.position("two", 1, seven.percentOfMaximum(2)),
                atThree.position("three", 1, seven.percentOfMaximum(3)),
                atThree.position("four", 1, seven.percentOfMaximum(4)));
        CutSensitivity sensitivity = CutSensitivity.of(positions, 0.5, seven);
        assertThat(sensitivity.changed()).containsExactly(0L, 0L, 0L, 1L, 1L, 1L);
        assertThat(sensitivity.toString()).contains("Attitude cut higher by 0.5 ");
        QuadrantClassifier ends = new QuadrantClassifier(50, 0);
        assertThat(CutSensitivity.of(List.of(ends.position("worst", 1, 0.0)), 1, seven)
                        .changed(CutShift.ANSWERS_WORSE)
                        .successes())
                .isZero();
    }

    @Test
    void shiftsHaveNames() {
        for (CutShift shift : CutShift.values()) {
            assertThat(shift.key()).isEqualTo(shift.name().toLowerCase(Locale.ROOT));
            assertThat(shift.label().japanese()).isNotBlank();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutSensitivity.of(List.of(), 0, Scale.NPS))
                .withMessage("points must be in (0, inf), but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CutSensitivity(1, 1, List.of(0L, 0L, 0L, 0L, 0L, 2L)))
                .withMessage("changed[5] must be in [0, 1], but was 2");
    }
}
