package org.loyalty4j.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.loyalty4j.Interval;

class NpsDifferenceTest {
    private static final Nps LATER = new Nps(42, 30, 28);
    private static final Nps EARLIER = new Nps(35, 30, 35);

    @Test
    void isLaterLessEarlier() {
        NpsDifference difference = new NpsDifference(LATER, EARLIER);
        assertThat(difference.value()).hasValue(14);
        assertThat(difference)
                .hasToString("+14.0 points, p 0.2360: NPS 14.0 (42 promoters, 30 passives, 28 detractors)"
                        + " against NPS 0.0 (35 promoters, 30 passives, 35 detractors)");
    }

    @Test
    void theTestAgreesWithTheInterval() {
        for (int more = 0; more < 60; more++) {
            NpsDifference difference = new NpsDifference(new Nps(35L + more, 30, 35), EARLIER);
            Interval interval = difference.adjustedWald(0.95).orElseThrow().interval();
            assertThat(difference.pValue().orElseThrow() < 0.05).isEqualTo(!interval.contains(0));
        }
    }

    @Test
    void nothingIsKnownWithoutRespondents() {
        Nps none = new Nps(0, 0, 0);
        for (NpsDifference difference :
                new NpsDifference[] {new NpsDifference(none, EARLIER), new NpsDifference(LATER, none)}) {
            assertThat(difference.value()).isEmpty();
            assertThat(difference.adjustedWald(0.95)).isEmpty();
            assertThat(difference.pValue()).isEmpty();
            assertThat(difference.toString()).startsWith("no difference: ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> difference.adjustedWald(1))
                    .withMessage("confidence must be in (0, 1), but was 1.0");
        }
    }

    @Test
    void endsWhereNoDifferenceLies() {
        Interval interval = new NpsDifference(new Nps(9, 0, 0), new Nps(0, 0, 9))
                .adjustedWald(0.95)
                .orElseThrow()
                .interval();
        assertThat(interval.upper()).isEqualTo(200);
    }
}
