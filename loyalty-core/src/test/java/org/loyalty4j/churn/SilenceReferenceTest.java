package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Estimate;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.internal.math.Quantiles;
import org.loyalty4j.summary.PurchaseDays;
import org.loyalty4j.support.Row;

/** Silences, rhythms and agreement beside R, SciPy and mpmath. */
class SilenceReferenceTest {
    private static final Map<String, List<Integer>> BUYS = new TreeMap<>(Map.of(
            "a", List.of(0, 5, 11, 30),
            "b", List.of(2, 40),
            "c", List.of(3),
            "d", List.of(10, 12, 14, 33, 50),
            "e", List.of(20, 45),
            "f", List.of(25),
            "g", List.of(7, 21, 22, 59)));

    private static PurchaseDays days() {
        List<Row> rows = new ArrayList<>();
        BUYS.forEach((id, days) -> days.forEach(day -> rows.add(new Row(id, day, 100L))));
        return PurchaseDays.of(Row.log(rows), PurchaseRules.withDefaults(), Row.date(60));
    }

    /*
     * R 4.2.2, survival 3.5.3:
     * buys <- list(a=c(0,5,11,30), b=c(2,40), c=3, d=c(10,12,14,33,50), e=c(20,45), f=25, g=c(7,21,22,59))
     * s <- do.call(rbind, lapply(names(buys), function(i)
     *     data.frame(id=i, length=diff(c(buys[[i]], 60)), ended=c(rep(1, length(buys[[i]])-1), 0))))
     * f <- survfit(Surv(length, ended) ~ 1, data=s, cluster=id)
     * summary(f, times=c(1,2,5,6,14,20,25,37,38)); summary(f, times=c(20,37))$std.err
     * g <- survfit(Surv(length, ended) ~ 1, data=subset(s, length>10), cluster=id)
     * summary(g, times=c(30,37))
     */
    @Test
    void theSilencesAreThoseOfKaplanAndMeier() {
        SilenceCurve curve = SilenceCurve.of(days());
        assertThat(curve.silences()).isEqualTo(19);
        assertThat(curve.ended()).isEqualTo(12);
        int[] at = {1, 2, 5, 6, 14, 20, 25, 37, 38};
        double[] survival = {
            0.947368421052632,
            0.835913312693498,
            0.780185758513932,
            0.724458204334365,
            0.664086687306502,
            0.464860681114551,
            0.387383900928793,
            0.258255933952528,
            0.129127966976264
        };
        for (int i = 0; i < at.length; i++) {
            assertThat(curve.stillSilent(at[i]).orElseThrow()).isCloseTo(survival[i], within(1e-14));
        }
        assertThat(curve.stillSilent(57)).hasValueCloseTo(0.129127966976264, within(1e-14));
        assertThat(curve.stillSilent(58)).isEmpty();
    }

    @Test
    void itsVarianceIsThatOfTheCustomers() {
        SilenceCurve curve = SilenceCurve.of(days());
        assertInterval(curve.endedLater(0, 20, 0.95).orElseThrow(), 0.464860681114551, 0.153711702169885);
        assertInterval(curve.endedLater(0, 37, 0.95).orElseThrow(), 0.258255933952528, 0.159906909439540);
        assertInterval(curve.endedLater(10, 20, 0.95).orElseThrow(), 0.534722222222222, 0.149429409582641);
        assertInterval(curve.endedLater(10, 27, 0.95).orElseThrow(), 0.356481481481482, 0.200749036746028);
    }

    /** R's robust error has no correction for the number of customers, all 7 of whom had a silence above 10 days. */
    private static void assertInterval(Estimate estimate, double survival, double standardError) {
        double error = standardError * Math.sqrt(7.0 / 6);
        double half = Quantiles.twoSidedStudentT(0.95, 6) * error / (survival * -Math.log(survival));
        assertThat(estimate.value()).isCloseTo(1 - survival, within(1e-13));
        assertThat(estimate.interval().lower()).isCloseTo(1 - Math.pow(survival, Math.exp(-half)), within(1e-12));
        assertThat(estimate.interval().upper()).isCloseTo(1 - Math.pow(survival, Math.exp(half)), within(1e-12));
    }

    /*
     * mpmath, 30 digits: the integral over lambda of the Gamma(r + k n, alpha + S) density times
     * gammainc(k, lambda s, regularized=True).
     */
    @Test
    void theNextGapIsMixedOverTheRates() {
        BaseRhythm rhythm = new BaseRhythm(1.837, 0.808, 31.79, 0.01);
        double[][] cases = {
            {0, 0, 100, 0.484596109440806335718849588498},
            {1, 30, 100, 0.183795698706500191177342175711},
            {5, 150, 100, 0.04690005180501123026850927592},
            {20, 600, 300, 0.00000420762791987665655743965294786},
            {3, 3, 1000, 0.00000000265783473589614633391704613916}
        };
        for (double[] c : cases) {
            assertThat(rhythm.longerThan((int) c[0], c[1], c[2])).isCloseTo(c[3], Percentage.withPercentage(1e-9));
            assertThat(rhythm.exceededWith(c[3], (int) c[0], c[1])).isCloseTo(c[2], Percentage.withPercentage(1e-6));
        }
    }

    /*
     * mpmath: kappa of the multinomial shares (both, silentOnly, modelOnly, neither), a quarter added to each count for the
     * interval; its standard error from numerical derivatives by the delta method, and tanh(atanh(kappa) -+ 1.96 se/(1 -
     * kappa^2)).
     */
    @Test
    void kappaHasItsDeltaMethodError() {
        assertKappa(new ChurnAgreement(0.5, 40, 9, 5, 46, 0), 0.719438877755511, 0.547336990003007, 0.823993883147851);
        assertKappa(new ChurnAgreement(0.5, 20, 5, 10, 15, 0), 0.4, 0.121191177294706, 0.608731040704919);
        assertKappa(new ChurnAgreement(0.5, 3, 1, 2, 4, 0), 0.4, -0.238078974034466, 0.763634657850001);
    }

    private static void assertKappa(ChurnAgreement agreement, double kappa, double lower, double upper) {
        Estimate estimate = agreement.kappa(0.95).orElseThrow();
        assertThat(estimate.value()).isCloseTo(kappa, within(1e-14));
        assertThat(estimate.interval().lower()).isCloseTo(lower, within(1e-9));
        assertThat(estimate.interval().upper()).isCloseTo(upper, within(1e-9));
    }

    /*
     * SciPy 1.17.1: brentq of (t - A)^2 - z^2 V(t) on either side of A, with V as in the Javadoc and z = norm.ppf(.975).
     */
    @Test
    void theConcordanceHasTheIntervalOfNewcombe() {
        assertConcordance(new ChurnAgreement(0.5, 20, 0, 0, 30, 960), 0.8, 0.6433456145211157, 0.8941462416513685);
        assertConcordance(new ChurnAgreement(0.5, 5, 0, 0, 4, 40), 1, 0.6115232307964549, 1);
        assertConcordance(new ChurnAgreement(0.5, 5, 0, 0, 4, 0), 0, 0, 1 - 0.6115232307964549);
        assertConcordance(new ChurnAgreement(0.5, 10, 0, 0, 10, 100), 0.5, 0.27351558818989397, 0.726484411810106);
    }

    private static void assertConcordance(ChurnAgreement agreement, double value, double lower, double upper) {
        Estimate estimate = agreement.concordance(0.95).orElseThrow();
        assertThat(estimate.value()).isEqualTo(value);
        assertThat(estimate.interval().lower()).isCloseTo(lower, within(1e-11));
        assertThat(estimate.interval().upper()).isCloseTo(upper, within(1e-11));
    }

    /** The ranks of scipy.stats.mannwhitneyu([.9, .7, .7, .2], [.7, .1, .8]): U = 7. */
    @Test
    void halfWinsAreTwiceTheMannWhitneyStatistic() {
        BitSet silent = new BitSet();
        silent.set(0, 4);
        ChurnAgreement agreement = ChurnAgreement.of(silent, new double[] {0.9, 0.7, 0.7, 0.2, 0.7, 0.1, 0.8}, 0.7);
        assertThat(agreement).isEqualTo(new ChurnAgreement(0.7, 3, 1, 2, 1, 14));
    }
}
