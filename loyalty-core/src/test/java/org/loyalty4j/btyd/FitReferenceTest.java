package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.data.ZeroAmountPolicy;
import org.loyalty4j.summary.OpportunityHistogram;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.WeightedOpportunityHistory;
import org.loyalty4j.support.SharedData;

/** The published optima, to half a unit of the last printed digit. */
class FitReferenceTest {
    private static final LocalDate END_OF_CALIBRATION = LocalDate.of(1997, 9, 30);

    private static PurchaseSummaries cdnow(PurchaseRules rules) throws IOException {
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (String line : Files.readAllLines(SharedData.require("cdnow/CDNOW_sample.txt"))) {
            String[] cells = line.trim().split(" +", -1);
            log.add(cells[1], LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE), new BigDecimal(cells[4]));
        }
        return PurchaseSummaries.of(log.build(), rules, END_OF_CALIBRATION);
    }

    private static OpportunityHistogram donations() throws IOException {
        List<WeightedOpportunityHistory> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.require("donations/donations_rf_matrix.csv"))) {
            if (!line.startsWith("\"")) {
                String[] cells = line.split(",", -1);
                rows.add(new WeightedOpportunityHistory(
                        Integer.parseInt(cells[0]),
                        Integer.parseInt(cells[1]),
                        Integer.parseInt(cells[2]),
                        Double.parseDouble(cells[3])));
            }
        }
        return OpportunityHistogram.ofWeighted(rows);
    }

    private static void assertFit(Fit<?> fit, double logLikelihood, double llDigit, double digit, double... published) {
        assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
        assertThat(fit.evaluations()).isLessThan(40);
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(llDigit / 2));
        double[] values = ((ParametricModel<?>) fit.model()).values();
        for (int i = 0; i < published.length; i++) {
            assertThat(values[i]).isCloseTo(published[i], within(digit / 2));
        }
    }

    /** Fader, Hardie and Shang (2010). */
    @Test
    void donationsBgBb() throws IOException {
        Fit<BgBb> fit = ModelFitter.bgBb(PeriodUnit.YEAR).fit(donations());
        assertFit(fit, -33225.6, 0.1, 0.001, 1.204, 0.750, 0.657, 2.783);
        assertThat(fit.customers()).isEqualTo(11104);
        assertThat(fit.distinctHistories()).isEqualTo(22);
    }

    /** Fader and Hardie (2013), note 025. */
    @Test
    void cdnowGammaGamma() throws IOException {
        Fit<GammaGamma> fit = ModelFitter.gammaGamma()
                .fit(cdnow(PurchaseRules.withDefaults()).spendHistories().histogram());
        assertThat(fit.customers()).isEqualTo(946);
        assertThat(fit.model().p()).isCloseTo(6.25, within(0.005));
        assertThat(fit.model().q()).isCloseTo(3.74, within(0.005));
        assertThat(fit.model().gamma()).isCloseTo(15.44, within(0.005));
    }

    /** Fader, Hardie and Lee (2005a); the standard errors are not published. */
    @Test
    void cdnowParetoNbd() throws IOException {
        Fit<ParetoNbd> fit = ModelFitter.paretoNbd().fit(cdnowWeeks());
        assertFit(fit, -9595.0, 0.1, 0.001, 0.553, 10.578, 0.606, 11.669);
        assertThat(fit.customers()).isEqualTo(2357);
    }

    /** Fader, Hardie and Lee (2005a). */
    @Test
    void cdnowBgNbd() throws IOException {
        assertFit(ModelFitter.bgNbd().fit(cdnowWeeks()), -9582.4, 0.1, 0.001, 0.243, 4.414, 0.793, 2.426);
    }

    /**
     * The parameters as the tests of the Python package lifetimes give them (class TestModifiedBetaGammaFitter of
     * tests/test_estimation.py in CamDavidsonPilon/lifetimes, who refer to the R package BTYDplus). The log-likelihood is
     * from maximizing that of the paper with Nelder and Mead's method in SciPy, which ends at these parameters too.
     */
    @Test
    void cdnowMbgNbd() throws IOException {
        assertFit(ModelFitter.mbgNbd().fit(cdnowWeeks()), -9582.1, 0.1, 0.001, 0.525, 6.183, 0.891, 1.614);
    }

    @Test
    void onePhaseIsTheModelWithoutPhases() throws IOException {
        RepeatHistogram data = cdnowWeeks();
        Fit<MbgNbd> plain = ModelFitter.mbgNbd().fit(data);
        Fit<MbgCnbd> phased = ModelFitter.mbgCnbd(1).fit(data);
        assertThat(phased.model().values()).containsExactly(plain.model().values(), within(1e-9));
        assertThat(phased.logLikelihood()).isCloseTo(plain.logLikelihood(), within(1e-8));
    }

    /** Ehrenberg's model lies on the boundary of those with dropout. */
    @Test
    void dropoutIsThere() throws IOException {
        RepeatHistogram data = cdnowWeeks();
        LikelihoodRatio test = LikelihoodRatio.of(
                ModelFitter.nbd().fit(data), ModelFitter.bgNbd().fit(data));
        assertThat(test.statistic()).isCloseTo(362.5, within(0.1));
        assertThat(test.pValue()).isLessThan(1e-70);
    }

    private static RepeatHistogram cdnowWeeks() throws IOException {
        return cdnow(PurchaseRules.withDefaults().withZeroAmounts(ZeroAmountPolicy.OCCASION))
                .repeatHistories(PeriodUnit.WEEK)
                .histogram();
    }
}
