package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.loyalty4j.Interval;
import org.loyalty4j.summary.SpendHistory;

class GammaGammaTest {
    /** Fader and Hardie (2013), on CDNOW. */
    private static final GammaGamma CDNOW = new GammaGamma(6.25, 3.74, 15.44);

    @Test
    void isItsParameters() {
        assertThat(CDNOW.name()).isEqualTo("Gamma-Gamma");
        assertThat(CDNOW.parameters()).containsOnlyKeys("p", "q", "gamma");
        assertThat(CDNOW.withValues(CDNOW.values())).isEqualTo(CDNOW);
        assertThatThrownBy(() -> CDNOW.withValues(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values.length must be in [3, 3], but was 2");
        assertThatThrownBy(() -> CDNOW.withValues(0, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("p must be in (0, inf), but was 0.0");
        assertThatThrownBy(() -> CDNOW.withValues(1, Double.NaN, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("q must be in (0, inf), but was NaN");
        assertThatThrownBy(() -> CDNOW.withValues(1, 1, -3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMeanOverTheCustomers() {
        assertThat(CDNOW.expectedSpend().orElseThrow()).isCloseTo(35.22, within(0.005)); // 6.25 * 15.44 / 2.74
        assertThat(CDNOW.medianSpend()).isLessThan(35.22);
    }

    @Test
    void withoutAMeanThereIsAMedian() {
        GammaGamma heavy = CDNOW.withValues(6.25, 1, 15.44);
        assertThat(heavy.expectedSpend()).isEmpty();
        assertThat(heavy.medianSpend()).isFinite().isPositive();
        assertThat(heavy.expectedSpend(new SpendHistory("a", 1, 10))).isPresent();
        GammaGamma heavier = CDNOW.withValues(.3, .6, 15.44);
        assertThat(heavier.expectedSpend(new SpendHistory("a", 1, 10))).isEmpty();
        assertThat(heavier.expectedSpend(new SpendHistory("a", 2, 10))).isPresent();
        assertThat(heavier.spendQuantile(new SpendHistory("a", 1, 10), 0.5)).isFinite();
    }

    @Test
    void theMoreIsKnownTheNarrowerTheInterval() {
        Interval few = CDNOW.spendInterval(new SpendHistory("a", 2, 50), 0.9);
        Interval many = CDNOW.spendInterval(new SpendHistory("a", 200, 50), 0.9);
        assertThat(many.width()).isLessThan(few.width() / 5);
        assertThat(few.contains(
                        CDNOW.expectedSpend(new SpendHistory("a", 2, 50)).orElseThrow()))
                .isTrue();
        assertThat(many.contains(50)).isTrue();
        assertThat(few.confidence()).isEqualTo(0.9);
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> CDNOW.spendQuantile(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("probability must be in (0, 1), but was 1.0");
        assertThatThrownBy(() -> CDNOW.spendInterval(new SpendHistory("a", 2, 50), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("confidence must be in (0, 1), but was NaN");
    }
}
