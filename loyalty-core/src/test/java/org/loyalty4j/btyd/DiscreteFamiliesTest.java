package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.OpportunityHistogram;
import org.loyalty4j.summary.OpportunityHistory;
import org.loyalty4j.summary.SpendHistogram;
import org.loyalty4j.summary.SpendHistory;
import org.loyalty4j.summary.WeightedOpportunityHistory;
import org.loyalty4j.summary.WeightedSpendHistory;

/** The likelihoods that BG/BB and Gamma-Gamma are fitted by: derivatives, starts and boundaries. */
class DiscreteFamiliesTest {
    private static final BgBbFamily BG_BB = new BgBbFamily(PeriodUnit.YEAR);
    private static final GammaGammaFamily GAMMA_GAMMA = new GammaGammaFamily();

    private static final OpportunityHistogram DONORS = OpportunityHistogram.ofWeighted(List.of(
            new WeightedOpportunityHistory(6, 6, 6, 1203),
            new WeightedOpportunityHistory(3, 5, 6, 225),
            new WeightedOpportunityHistory(1, 1, 6, 1091),
            new WeightedOpportunityHistory(2, 2, 3, 7.5),
            new WeightedOpportunityHistory(0, 0, 6, 3464),
            new WeightedOpportunityHistory(0, 0, 0, 5)));

    private static final OpportunityHistogram LONG_SILENT =
            OpportunityHistogram.ofWeighted(List.of(new WeightedOpportunityHistory(30, 43, 900, 1)));

    private static final SpendHistogram SPEND = SpendHistogram.ofWeighted(List.of(
            new WeightedSpendHistory(1, 22.5, 3),
            new WeightedSpendHistory(2, 35, 1),
            new WeightedSpendHistory(7, 4.25, 2),
            new WeightedSpendHistory(400, 90, 1)));

    static Stream<Arguments> likelihoods() {
        return Stream.of(
                Arguments.of(BG_BB, DONORS, new double[] {1.204, .75, .657, 2.783}),
                Arguments.of(BG_BB, DONORS, new double[] {.01, 20, 300, .05}),
                Arguments.of(BG_BB, LONG_SILENT, new double[] {90, 10, 40, .01}),
                Arguments.of(GAMMA_GAMMA, SPEND, new double[] {6.25, 3.74, 15.44}),
                Arguments.of(GAMMA_GAMMA, SPEND, new double[] {.1, .2, 900}),
                Arguments.of(GAMMA_GAMMA, SPEND, new double[] {200, 3000, 12}));
    }

    @ParameterizedTest
    @MethodSource("likelihoods")
    <M extends ParametricModel<M>, D> void derivativesAreThoseOfTheLikelihood(
            Family<M, D> family, D data, double[] at) {
        double step = 1e-5;
        int size = at.length;
        Derivatives here = new Derivatives(size);
        family.logLikelihood(at, data, here);
        for (int i = 0; i < size; i++) {
            double[] low = at.clone();
            double[] high = at.clone();
            low[i] *= Math.exp(-step);
            high[i] *= Math.exp(step);
            Derivatives below = new Derivatives(size);
            Derivatives above = new Derivatives(size);
            double fall = family.logLikelihood(low, data, below);
            double rise = family.logLikelihood(high, data, above);
            assertClose(here.gradient[i], (rise - fall) / (2 * step));
            for (int j = 0; j < size; j++) {
                assertClose(here.hessian[i][j], (above.gradient[j] - below.gradient[j]) / (2 * step));
                assertClose(here.hessian[i][j], here.hessian[j][i]);
            }
        }
    }

    private static void assertClose(double exact, double difference) {
        assertThat(difference).isCloseTo(exact, within(1e-6 * (1 + Math.abs(exact))));
    }

    @Test
    void countsCustomersAndHistories() {
        assertThat(BG_BB.customers(DONORS)).isEqualTo(5995.5);
        assertThat(BG_BB.distinctHistories(DONORS)).isEqualTo(6);
        assertThat(GAMMA_GAMMA.customers(SPEND)).isEqualTo(7);
        assertThat(GAMMA_GAMMA.distinctHistories(SPEND)).isEqualTo(4);
    }

    @Test
    void startsAreValidModels() {
        for (double[] start : BG_BB.starts(DONORS)) {
            assertThat(BG_BB.model(start, DONORS).values()).containsExactly(start);
        }
        assertThat(BG_BB.starts(OpportunityHistogram.of(List.of(BgBb.newCustomer()))))
                .allSatisfy(
                        start -> assertThat(BG_BB.model(start, DONORS).unit()).isEqualTo(PeriodUnit.YEAR));
        assertThat(GAMMA_GAMMA.starts(SPEND))
                .allSatisfy(start ->
                        assertThat(GAMMA_GAMMA.model(start, SPEND).values()).containsExactly(start));
    }

    @Test
    void oneModelInAnyUnitOfMoney() {
        List<WeightedSpendHistory> cents = new ArrayList<>();
        SPEND.forEach(
                row -> cents.add(new WeightedSpendHistory(row.repeatPurchases(), row.meanSpend() * 100, row.weight())));
        double[] inUnits = GAMMA_GAMMA.starts(SPEND).get(0);
        double[] inCents = GAMMA_GAMMA.starts(SpendHistogram.ofWeighted(cents)).get(0);
        assertThat(inCents[0]).isEqualTo(inUnits[0]);
        assertThat(inCents[1]).isEqualTo(inUnits[1]);
        assertThat(inCents[2]).isCloseTo(100 * inUnits[2], within(1e-10 * inCents[2]));
    }

    @Test
    void namesTheBoundaryOfBgBb() {
        assertThat(boundary(1, 1, 1, 3)).isEmpty();
        assertThat(boundary(1, 1, 1e-6, 1)).contains(Boundary.NO_DROPOUT);
        assertThat(boundary(1, 1, 1, 1e-6)).contains(Boundary.IMMEDIATE_DROPOUT);
        assertThat(boundary(1e-5, 1e-5, 1, 1)).contains(Boundary.EXTREME_HETEROGENEITY);
        assertThat(boundary(1, 1, 1e-5, 1e-5)).contains(Boundary.EXTREME_HETEROGENEITY);
        assertThat(boundary(1, 1, 1e6, 1e6)).contains(Boundary.NO_DROPOUT_HETEROGENEITY);
        assertThat(boundary(1e6, 1e6, 1, 1)).contains(Boundary.NO_RATE_HETEROGENEITY);
        assertThat(boundary(1, 1e-6, 1, 1)).contains(Boundary.NO_RATE_HETEROGENEITY);
        assertThat(boundary(1e-6, 1, 1, 1)).contains(Boundary.NO_RATE_HETEROGENEITY);
    }

    private static Optional<Boundary> boundary(double... parameters) {
        return BG_BB.boundary(parameters, DONORS);
    }

    @Test
    void namesTheBoundaryOfGammaGamma() {
        assertThat(GAMMA_GAMMA.boundary(new double[] {6, 4, 15}, SPEND)).isEmpty();
        assertThat(GAMMA_GAMMA.boundary(new double[] {1e6, 4, 15}, SPEND)).contains(Boundary.NO_SPEND_VARIATION);
        assertThat(GAMMA_GAMMA.boundary(new double[] {6, 1e6, 15}, SPEND)).contains(Boundary.NO_SPEND_HETEROGENEITY);
    }

    @Test
    void warnsOfAMeanThatDoesNotExist() {
        assertThat(GAMMA_GAMMA.warnings(new double[] {6, 1.01, 15}, SPEND)).isEmpty();
        assertThat(GAMMA_GAMMA.warnings(new double[] {6, 1, 15}, SPEND))
                .singleElement()
                .asString()
                .contains("undefined", "median");
        assertThat(BG_BB.warnings(new double[] {1, 1, 1, 1}, DONORS)).isEmpty();
    }

    @Test
    void degenerateDataEndWithANamedStatus() {
        ModelFitter<BgBb, OpportunityHistogram> donors = ModelFitter.bgBb(PeriodUnit.YEAR);
        assertThat(fit(donors, new OpportunityHistory("a", 6, 6, 6)).boundary()).contains(Boundary.NO_DROPOUT);
        assertThat(fit(donors, new OpportunityHistory("a", 0, 0, 6)).status()).isNotEqualTo(FitStatus.CONVERGED);
        assertThat(fit(donors, BgBb.newCustomer()).status()).isEqualTo(FitStatus.NOT_IDENTIFIED);
        assertThat(fit(donors, new OpportunityHistory("a", 6, 6, 6), new OpportunityHistory("b", 0, 0, 6))
                        .status())
                .isNotEqualTo(FitStatus.CONVERGED);

        assertThat(ModelFitter.gammaGamma()
                        .fit(SpendHistogram.of(List.of(new SpendHistory("a", 3, 10), new SpendHistory("b", 2, 10))))
                        .status())
                .isNotEqualTo(FitStatus.CONVERGED);
    }

    private static Fit<BgBb> fit(ModelFitter<BgBb, OpportunityHistogram> fitter, OpportunityHistory... histories) {
        return fitter.fit(OpportunityHistogram.of(List.of(histories)));
    }
}
