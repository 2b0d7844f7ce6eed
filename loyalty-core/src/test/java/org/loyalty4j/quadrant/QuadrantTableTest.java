package org.loyalty4j.quadrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.support.Base;
import org.loyalty4j.survey.AnswerSelection;
import org.loyalty4j.survey.PostStratification;
import org.loyalty4j.survey.SurveyAnswers;

/** What is in the quadrants, with intervals. */
class QuadrantTableTest {
    private static final QuadrantClassifier CUTS = new QuadrantClassifier(50, 85);
    private static final List<PurchaseSummary> SUMMARIES = Base.ofFrequencies(9, 8, 7, 6, 1, 1, 1, 2);
    private static final Double[] ATTITUDES = {100.0, 90.0, 90.0, 20.0, 100.0, 0.0, null, null};
    private static final List<QuadrantPosition> POSITIONS = positions();

    private static List<QuadrantPosition> positions() {
        List<QuadrantPosition> positions = new ArrayList<>();
        for (int i = 0; i < ATTITUDES.length; i++) {
            positions.add(CUTS.position(SUMMARIES.get(i).customerId(), i < 4 ? 80 : 20, ATTITUDES[i]));
        }
        return positions;
    }

    private static SurveyAnswers answers() {
        List<SurveyResponse> responses = new ArrayList<>();
        for (int i = 0; i < ATTITUDES.length; i++) {
            Double attitude = ATTITUDES[i];
            if (attitude != null) {
                responses.add(new SurveyResponse(
                        SUMMARIES.get(i).customerId(), LocalDate.of(2026, 6, 1), (int) (attitude / 10)));
            }
        }
        return AnswerSelection.withDefaults().select(responses, Scale.NPS, Base.AS_OF);
    }

    @Test
    void aColumnIsSummedUpByQuadrant() {
        BitSet known = new BitSet();
        known.set(0, 7);
        QuadrantColumn column =
                QuadrantColumn.of(POSITIONS, new double[] {4, 2, 3, 5, 1, 1, 4, Double.NaN}, known, 0.95);
        QuadrantColumnRow fans = column.of(LoyaltyQuadrant.TRUE_LOYALTY);
        assertThat(fans.customers()).isEqualTo(3);
        assertThat(fans.total()).isEqualTo(9);
        Estimate mean = Objects.requireNonNull(fans.mean());
        assertThat(mean.value()).isEqualTo(3);
        assertThat(mean.interval().upper())
                .isEqualTo(3 + 4.302652729749464 / Math.sqrt(3), within(1e-9)); // qt(.975, 2)
        Estimate share = Objects.requireNonNull(fans.shareOfTotal());
        assertThat(share.value()).isEqualTo(0.45);
        assertThat(share.interval().contains(0.45)).isTrue();
        QuadrantColumnRow unknown = column.of(LoyaltyQuadrant.UNKNOWN_ATTITUDE);
        assertThat(unknown.customers()).isEqualTo(2);
        assertThat(unknown.known()).isEqualTo(1);
        assertThat(unknown.mean()).isNull();
        assertThat(unknown.total()).isEqualTo(4);
        assertThat(column.stream().mapToLong(QuadrantColumnRow::known).sum()).isEqualTo(7);
        assertThat(column.toString().lines())
                .hasSize(6)
                .element(1)
                .isEqualTo("True loyalty                3           9.00   3.000 [0.5159, 5.484] at 95 %      "
                        + "0.4500 [0.1407, 0.8035] at 95 %");
    }

    @Test
    void aShareIsWilsonsWhereAllSpendAlike() {
        double[] alike = new double[8];
        Arrays.fill(alike, 7);
        QuadrantColumnRow row = QuadrantColumn.of(POSITIONS, alike, 0.95).of(LoyaltyQuadrant.TRUE_LOYALTY);
        // v has n - 1 where the share of a count has n.
        Estimate wilson = Objects.requireNonNull(row.shareOfTotal());
        assertThat(wilson.value()).isEqualTo(3 / 8.0);
        double z2 = 1.959963984540054 * 1.959963984540054;
        double n = 7;
        assertThat(wilson.interval().lower() + wilson.interval().upper())
                .isEqualTo((2 * 0.375 + z2 / n) / (1 + z2 / n), within(1e-12));
        assertThat(Objects.requireNonNull(row.mean()).interval().width()).isZero();
    }

    @Test
    void aShareIsUndefinedWhereThereIsNothingToShareOut() {
        assertThat(QuadrantColumn.of(POSITIONS, new double[8], 0.95))
                .allSatisfy(row -> assertThat(row.shareOfTotal()).isNull());
        QuadrantColumn refunds = QuadrantColumn.of(POSITIONS, new double[] {9, 9, 9, -1, 5, 5, 5, 5}, 0.95);
        assertThat(refunds.of(LoyaltyQuadrant.SPURIOUS_LOYALTY).shareOfTotal()).isNull();
        assertThat(refunds.of(LoyaltyQuadrant.TRUE_LOYALTY).shareOfTotal()).isNotNull();
        QuadrantColumn one = QuadrantColumn.of(POSITIONS, new double[] {0, 0, 0, 1, 0, 0, 0, 0}, 0.95);
        assertThat(Objects.requireNonNull(
                                one.of(LoyaltyQuadrant.SPURIOUS_LOYALTY).shareOfTotal())
                        .interval()
                        .upper())
                .isEqualTo(1);
        assertThat(Objects.requireNonNull(one.of(LoyaltyQuadrant.TRUE_LOYALTY).shareOfTotal())
                        .interval()
                        .lower())
                .isZero();
        assertThat(QuadrantColumn.of(List.of(), new double[0], 0.95)).hasSize(5);
    }

    @Test
    void theOrderOfTheCustomersDoesNotMatter() {
        Random random = new Random(3);
        List<QuadrantPosition> positions = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            positions.add(CUTS.position("c" + i, 100 * random.nextDouble(), 10.0 * random.nextInt(11)));
            values.add(Math.exp(3 * random.nextGaussian()));
            order.add(i);
        }
        Collections.shuffle(order, random);
        assertThat(QuadrantColumn.of(
                        order.stream().map(positions::get).toList(),
                        order.stream().mapToDouble(values::get).toArray(),
                        0.9))
                .isEqualTo(QuadrantColumn.of(
                        positions,
                        values.stream().mapToDouble(Double::doubleValue).toArray(),
                        0.9));
    }

    @Test
    void sharesOfTheWholeBaseSumToOne() {
        // Few of the small buyers answered, and who did stands for the others.
        int[] strata = {0, 0, 0, 0, 1, 1, 1, 1};
        PostStratification weights =
                PostStratification.of(strata, List.of("high", "low"), QuadrantShares.answered(POSITIONS));
        QuadrantShares shares = QuadrantShares.of(POSITIONS, weights, 0.95);
        assertThat(shares.stream()
                        .mapToDouble(share -> share.share().estimate().value())
                        .sum())
                .isEqualTo(1, within(1e-15));
        assertThat(shares.of(LoyaltyQuadrant.LATENT_LOYALTY)
                        .orElseThrow()
                        .share()
                        .estimate()
                        .value())
                .isEqualTo(0.25);
        assertThat(shares.of(LoyaltyQuadrant.UNKNOWN_ATTITUDE)).isEmpty();
        assertThat(shares.get(0).toString()).startsWith("True loyalty: 0.3750 [");
        assertThat(shares.toString().lines()).hasSize(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadrantShares.of(POSITIONS.subList(1, 8), weights, 0.95))
                .withMessage("positions must be of the same 8 customers as the weights, but were of 7");
        BitSet others = QuadrantShares.answered(POSITIONS);
        others.flip(0, 8); // as many or fewer, but not the same
        others.set(0, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadrantShares.of(
                        POSITIONS, PostStratification.of(strata, List.of("high", "low"), others), 0.95))
                .withMessage(
                        "weights must be of customers whose attitude is known, but some answered of whom it is not");
        BitSet all = new BitSet();
        all.set(0, 8);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        QuadrantShares.of(POSITIONS, PostStratification.of(strata, List.of("high", "low"), all), 0.95))
                .withMessage(
                        "weights must be of customers whose attitude is known, but some answered of whom it is not");
    }

    @Test
    void aTableTakesThemAll() {
        QuadrantTable plain = QuadrantTable.of(POSITIONS, SUMMARIES, answers());
        assertThat(plain.shares()).isEmpty();
        assertThat(plain.column("value")).isEmpty();
        QuadrantColumn value = QuadrantColumn.of(POSITIONS, new double[] {4, 2, 3, 5, 1, 1, 4, 9}, 0.95);
        QuadrantShares shares = QuadrantShares.of(
                POSITIONS,
                PostStratification.of(
                        new int[] {0, 0, 0, 0, 1, 1, 1, 1}, List.of("high", "low"), QuadrantShares.answered(POSITIONS)),
                0.95);
        QuadrantTable table = plain.with("value", value).with(shares);
        assertThat(table).isNotEqualTo(plain).doesNotHaveSameHashCodeAs(plain);
        assertThat(table.column("value")).contains(value);
        assertThat(table.shares()).contains(shares);
        assertThat(table.toString().lines())
                .element(0)
                .isEqualTo("quadrant            customers          revenue      NPS  share of the whole base, %"
                        + "  mean value");
        assertThat(table.toString().lines()).element(5).asString().startsWith("Unknown attitude            2 ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.with("value", QuadrantColumn.of(POSITIONS.subList(0, 4), new double[4], 0.95)))
                .withMessage("column must have 1 customers of Latent loyalty, but had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.with(" ", value))
                .withMessage("name must not be blank");
    }

    @Test
    void refusesWhatItCannotSum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadrantColumn.of(POSITIONS, new double[7], 0.95))
                .withMessage("values must have 8 elements, but had 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadrantColumn.of(POSITIONS, new double[] {1, Double.NaN, 0, 0, 0, 0, 0, 0}, 0.95))
                .withMessage("values[1] must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuadrantColumn.of(POSITIONS, new double[8], 1))
                .withMessage("confidence must be in (0, 1), but was 1.0");
    }
}
