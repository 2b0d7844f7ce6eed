package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.support.Row;

class PurchaseRhythmTest {
    private static final PurchaseRules RULES = PurchaseRules.withDefaults();

    private static TransactionLog log(String id, int... days) {
        List<Row> rows = new ArrayList<>();
        for (int day : days) {
            rows.add(new Row(id, day, 1));
        }
        return Row.log(rows);
    }

    @Test
    void theLastTwoGapsMakeThePair() {
        PurchaseRhythm rhythm = PurchaseRhythm.of(log("a", 0, 50, 53, 54), RULES, Row.date(60));
        assertThat(rhythm.pairs()).isEqualTo(1);
        assertThat(rhythm.meanShare()).isEqualTo(0.75);
        assertThat(rhythm.shareVariance()).isEqualTo(0.0625);
        assertThat(rhythm.shape()).hasValue(1.5); // (1 - 0.25)/0.5
        assertThat(rhythm.standardError()).isEmpty();
        assertThat(rhythm.gaps()).isEqualTo(3);
        assertThat(rhythm.sumOfLogGaps()).isCloseTo(Math.log(50.0 * 3 * 1), within(1e-14));
        assertThat(rhythm.sumOfLogGaps(PeriodUnit.WEEK)).isCloseTo(Math.log(150 / 343.0), within(1e-14));
        assertThat(rhythm.sumOfLogGaps(PeriodUnit.DAY)).isEqualTo(rhythm.sumOfLogGaps());
        assertThat(rhythm).hasToString("PurchaseRhythm: shape 1.500 over 1 pairs of gaps");
        assertThat(PurchaseRhythm.of(log("a", 0, 50, 53, 54), RULES, Row.date(53))
                        .meanShare())
                .isEqualTo(50.0 / 53);
    }

    @Test
    void theShapeIsEmptyWhereNothingShowsIt() {
        PurchaseRhythm none = PurchaseRhythm.of(log("a", 0, 3), RULES, Row.date(60));
        assertThat(none).isEqualTo(new PurchaseRhythm(0, 0.5, 0, 0, 1, StrictMath.log(3)));
        assertThat(none.shape()).isEmpty();
        assertThat(none.standardError()).isEmpty();
        assertThat(none).hasToString("PurchaseRhythm: shape undefined over 0 pairs of gaps");
        assertThat(PurchaseRhythm.of(log("a", 0, 7, 14), RULES, Row.date(60)).shape())
                .isEmpty();
    }

    @Test
    void theShapeThatGapsWereDrawnWithIsFound() {
        // Erlang gaps: sums of exponential ones, of customers whose rates differ a hundredfold. Rounded to days.
        for (int shape = 1; shape <= 3; shape++) {
            Random random = new Random(20260101);
            TransactionLog.Builder log = TransactionLog.builder(0);
            for (int c = 0; c < 20_000; c++) {
                double mean = 300 * StrictMath.pow(100, random.nextDouble());
                double time = 0;
                for (int purchase = 0; purchase < 4; purchase++) {
                    log.add(c, (int) time, 1);
                    for (int phase = 0; phase < shape; phase++) {
                        time -= mean / shape * StrictMath.log(1 - random.nextDouble());
                    }
                }
            }
            PurchaseRhythm rhythm = PurchaseRhythm.of(log.build(), RULES, LocalDate.of(9000, 1, 1));
            double error = rhythm.standardError().orElseThrow();
            assertThat(error).isBetween(0.001, 0.1);
            assertThat(rhythm.shape().orElseThrow()).isCloseTo(shape, within(3 * error + 0.01));
            assertThat(rhythm.meanShare()).isCloseTo(0.5, within(0.01));
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseRhythm(-1, 0.5, 0, 0, 0, 0))
                .withMessage("pairs must be in [0, inf), but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PurchaseRhythm(1, 0.5, 0.3, 0, 0, 0))
                .withMessage("shareVariance must be in [0, 0.25], but was 0.3");
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseRhythm(1, Double.NaN, 0.1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseRhythm(1, 0.5, 0.1, 1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseRhythm(1, 0.5, 0.1, 0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PurchaseRhythm(1, 0.5, 0.1, 0, 0, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseRhythm.of(log("a", 5), RULES, Row.date(4)))
                .withMessage("asOf must not be before the first transaction on 2024-01-06, but was 2024-01-05");
    }
}
