package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistory;
import org.loyalty4j.support.ReferenceTable;
import org.loyalty4j.support.ReferenceTable.Line;

/** The Pareto/NBD model against values computed with 40 digits and more; how is said in the files. */
class ParetoNbdReferenceTest {

    static List<Line> someRows() {
        return ReferenceTable.resource(ParetoNbdReferenceTest.class, "pareto_nbd.csv");
    }

    static List<Line> counts() {
        return ReferenceTable.resource(ParetoNbdReferenceTest.class, "pareto_nbd_counts.csv");
    }

    static List<Line> extremes() {
        return ReferenceTable.resource(ParetoNbdReferenceTest.class, "pareto_nbd_extreme.csv");
    }

    @ParameterizedTest
    @MethodSource
    void someRows(Line line) {
        check(line);
    }

    @Test
    void everySharedRow() {
        List<Line> lines = ReferenceTable.shared("pareto_nbd.csv");
        lines.forEach(ParetoNbdReferenceTest::check);

        assertThat(lines).hasSizeGreaterThanOrEqualTo(120);
    }

    private static void check(Line line) {
        Kernel kernel = kernel(line);
        Prospect prospect = prospect(kernel, line);
        double t = line.get("t");
        double d = line.get("discount_rate");
        near(line, "log_likelihood", kernel.logLikelihood(line.count("x"), line.get("t_x"), line.get("T")), 1e-12);
        near(line, "p_alive", prospect.probabilityAlive(), 1e-12);
        near(line, "conditional_expected_transactions", prospect.expectedPurchases(t), 1e-12);
        near(line, "expected_transactions", kernel.birth().expectedPurchases(t), 1e-13);
        near(line, "dert", prospect.discountedPurchases(d).orElseThrow(), 1e-12);
    }

    /** P(X = n) has relative errors of 1e-16 times the events and failures it is made of: 1e5 of them in the largest rows. */
    @ParameterizedTest
    @MethodSource
    void counts(Line line) {
        Prospect birth = new Prospect(1, kernel(line).birth());
        double t = line.get("t");
        double d = line.get("discount_rate");
        near(line, "probability", birth.probabilityOfPurchases(line.count("n"), t), 1e-12);
        near(line, "probability_of_purchase", birth.probabilityOfPurchase(t), 1e-13);
        near(line, "discounted", birth.discountedPurchases(t, d), 1e-13);
        near(line, "discounted_forever", birth.discountedPurchases(d).orElseThrow(), 1e-13);
    }

    /** Among these are the frequent buyers for whom other programs give NaN. */
    @ParameterizedTest
    @MethodSource
    void extremes(Line line) {
        Kernel kernel = kernel(line);
        Prospect prospect = prospect(kernel, line);
        double t = line.get("t");
        near(line, "log_likelihood", kernel.logLikelihood(line.count("x"), line.get("t_x"), line.get("T")), 1e-13);
        near(line, "p_alive", prospect.probabilityAlive(), 1e-12);
        near(line, "conditional_expected_transactions", prospect.expectedPurchases(t), 1e-12);
        near(line, "probability_of_purchase", prospect.probabilityOfPurchase(t), 1e-12);
    }

    /**
     * With x = 1e5 the problem is ill-conditioned: ln R contains (r + x) ln((alpha + T) / (alpha + t_x)), and the next double
     * after T changes P(alive) by 3 parts in 1e11. The answer for the very T that was given is a hundred times better.
     */
    @Test
    void theNextDoubleMovesTheAnswerMoreThanTheErrorOfTheMethod() {
        Line line = extremes().stream()
                .filter(l -> l.get("t_x") == 99300)
                .findFirst()
                .orElseThrow();
        Kernel kernel = kernel(line);
        double until = line.get("T");
        double here = kernel.probabilityAlive(line.count("x"), line.get("t_x"), until);
        double next = kernel.probabilityAlive(line.count("x"), line.get("t_x"), Math.nextUp(until));

        double change = Math.abs(next / here - 1);
        assertThat(change).isBetween(1e-11, 4e-11);
        assertThat(Math.abs(here / line.get("p_alive") - 1)).isLessThan(change / 20);
    }

    /** Values of the published vignette of the R package BTYD, to its last printed digit, and the same with more digits. */
    @Test
    void theCustomerOfTheBtydVignette() {
        ParetoNbd model = new ParetoNbd(0.5534, 10.578, 0.6061, 11.6562, PeriodUnit.WEEK);
        RepeatHistory history = new RepeatHistory("1516", 26, 30.86, 31, PeriodUnit.WEEK);

        assertThat(model.probabilityAlive(history)).isCloseTo(0.9979177615, within(5e-11));
        assertThat(model.expectedPurchases(history, Horizon.weeks(52))).isCloseTo(25.45626027, within(5e-9));
        assertThat(new ParetoNbd(0.5534, 10.578, 0.6061, 11.669, PeriodUnit.WEEK).expectedPurchases(Horizon.weeks(52)))
                .isCloseTo(1.47, within(0.005));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0.999075225479, 4.67956784429",
        "100, 0.998584948125, 44.5653102754",
        "300, 0.995685366720, 132.818609374",
        "500, 0.984279230219, 218.667326749",
        "1000, 0.607026370202, 269.564680861",
        "3000, 1.12696157621e-7, 1.50080970101e-4"
    })
    void frequentBuyers(int x, double alive, double expected) {
        ParetoNbd model = new ParetoNbd(0.5534, 10.578, 0.6061, 582.81, PeriodUnit.WEEK);
        RepeatHistory history = new RepeatHistory("a", x, 103, 104, PeriodUnit.WEEK);

        assertThat(model.probabilityAlive(history)).isCloseTo(alive, within(6e-12 * alive));
        assertThat(model.expectedPurchases(history, Horizon.weeks(52))).isCloseTo(expected, within(5e-12 * expected));
    }

    @Test
    void aShapeOfOneIsNoPole() {
        RepeatHistory history = new RepeatHistory("a", 2, 30, 38, PeriodUnit.WEEK);
        for (double s : new double[] {1, Math.nextUp(1.0), Math.nextDown(1.0)}) {
            ParetoNbd model = new ParetoNbd(0.55, 10.58, s, 11.67, PeriodUnit.WEEK);

            assertThat(model.probabilityAlive(history)).isCloseTo(0.80307944113662, within(5e-15));
            assertThat(model.expectedPurchases(history, Horizon.weeks(10))).isCloseTo(0.38406220099949, within(5e-15));
        }
    }

    @Test
    void aCustomerWithoutARepeatPurchase() {
        ParetoNbd model = new ParetoNbd(0.5534, 10.578, 0.6061, 582.81, PeriodUnit.WEEK);
        RepeatHistory history = new RepeatHistory("a", 0, 0, 104, PeriodUnit.WEEK);

        assertThat(model.probabilityAlive(history)).isCloseTo(0.852096647949, within(5e-13));
        assertThat(model.expectedPurchases(history, Horizon.weeks(52))).isCloseTo(0.209287442394, within(5e-13));
    }

    /** A model in weeks, a history in days, a horizon in years and a rate per year. */
    @Test
    void everyTimeIsConvertedToTheUnitOfTheModel() {
        ParetoNbd model = new ParetoNbd(0.5534, 10.578, 0.6061, 11.669, PeriodUnit.WEEK);
        RepeatHistory days = new RepeatHistory("a", 2, 7 * 30.43, 7 * 38.86, PeriodUnit.DAY);
        DiscountRate rate = DiscountRate.annual(0.15);
        double forever = model.discountedPurchases(days, rate).orElseThrow();

        assertThat(forever)
                .isCloseTo(
                        Prospect.of(Kernel.of(model), 2, 30.43, 38.86)
                                .discountedPurchases(rate.continuousPer(PeriodUnit.WEEK))
                                .orElseThrow(),
                        within(1e-12));
        assertThat(model.discountedPurchases(days, new Horizon(500, PeriodUnit.YEAR), rate))
                .isCloseTo(forever, within(1e-12));
    }

    private static Kernel kernel(Line line) {
        return new ParetoKernel(line.get("r"), line.get("alpha"), line.get("s"), line.get("beta"));
    }

    private static Prospect prospect(Kernel kernel, Line line) {
        return Prospect.of(kernel, line.count("x"), line.get("t_x"), line.get("T"));
    }

    private static void near(Line line, String column, double actual, double relative) {
        double expected = line.get(column);
        assertThat(actual)
                .as("line %s, %s", line.number(), column)
                .isCloseTo(expected, within(relative * Math.abs(expected)));
    }
}
