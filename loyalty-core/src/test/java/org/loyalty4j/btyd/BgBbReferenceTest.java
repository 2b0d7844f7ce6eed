package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.OpportunityHistogram;
import org.loyalty4j.summary.OpportunityHistory;
import org.loyalty4j.summary.WeightedOpportunityHistory;
import org.loyalty4j.support.ReferenceTable;
import org.loyalty4j.support.SharedData;

class BgBbReferenceTest {

    @Test
    void everySharedValue() {
        assertAll(ReferenceTable.shared("bgbb.csv"), 120);
    }

    @Test
    void everyFifthOfTheSharedValues() {
        assertAll(ReferenceTable.resource(BgBbReferenceTest.class, "bgbb.csv"), 24);
    }

    private static void assertAll(List<ReferenceTable.Line> lines, int count) {
        assertThat(lines).hasSize(count);
        for (ReferenceTable.Line line : lines) {
            BgBb model = model(line);
            OpportunityHistory history = history(line);
            int next = line.count("n_star");
            double d = line.get("discount_rate");
            assertClose(line, "log_likelihood", model.logLikelihood(history), 1e-12);
            assertClose(line, "p_alive_next_opportunity", model.probabilityAliveAtNext(history), 1e-10);
            assertClose(line, "conditional_expected_transactions", model.expectedTransactions(history, next), 1e-10);
            assertClose(line, "expected_transactions", model.expectedTransactions(BgBb.newCustomer(), next), 1e-10);
            assertClose(line, "dert", model.discountedTransactions(history, d).orElseThrow(), 1e-10);
        }
    }

    @Test
    void forecastsAtTheEdges() {
        List<ReferenceTable.Line> lines = ReferenceTable.resource(BgBbReferenceTest.class, "bgbb_forecasts.csv");
        assertThat(lines).hasSize(14);
        for (ReferenceTable.Line line : lines) {
            BgBb model = model(line);
            OpportunityHistory history = history(line);
            int next = line.count("n_star");
            double d = line.get("discount_rate");
            assertClose(line, "log_likelihood", model.logLikelihood(history), 1e-12);
            assertClose(line, "p_alive", model.probabilityAlive(history), 1e-11);
            assertClose(line, "p_alive_later", model.probabilityAlive(history, next), 1e-11);
            assertClose(line, "expected", model.expectedTransactions(history, next), 1e-11);
            assertClose(line, "p_any", model.probabilityOfTransaction(history, next), 1e-11);
            assertClose(line, "p_k", model.probabilityOfTransactions(history, line.count("k"), next), 1e-11);
            assertClose(line, "discounted", model.discountedTransactions(history, next, d), 1e-11);
            assertClose(
                    line,
                    "discounted_forever",
                    model.discountedTransactions(history, d).orElseThrow(),
                    1e-11);
        }
    }

    /** The donations of Fader, Hardie and Shang (2010), table 3 and the fit to them: LL = -33225.6. */
    @Test
    void publishedFitToTheDonations() throws IOException {
        OpportunityHistogram donations = donations();
        Derivatives derivatives = new Derivatives(4);
        double logLikelihood = new BgBbFamily(PeriodUnit.YEAR)
                .logLikelihood(new double[] {1.204, .750, .657, 2.783}, donations, derivatives);
        assertThat(donations.totalWeight()).isEqualTo(11_104);
        assertThat(logLikelihood).isCloseTo(-33225.6, within(0.05));
        assertThat(derivatives.gradient).containsExactly(new double[4], within(2.0)); // thousands away from it
    }

    @Test
    void fitToTheDonations() throws IOException {
        Fit<BgBb> fit = ModelFitter.bgBb(PeriodUnit.YEAR).fit(donations());
        assertThat(fit.model().alpha()).isCloseTo(1.204, within(0.0005));
        assertThat(fit.model().beta()).isCloseTo(0.750, within(0.0005));
        assertThat(fit.model().gamma()).isCloseTo(0.657, within(0.0005));
        assertThat(fit.model().delta()).isCloseTo(2.783, within(0.0005));
        assertThat(fit.logLikelihood()).isCloseTo(-33225.6, within(0.05));
        assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
    }

    private static OpportunityHistogram donations() throws IOException {
        return OpportunityHistogram.ofWeighted(
                Files.readAllLines(SharedData.require("donations/donations_rf_matrix.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .map(cells -> new WeightedOpportunityHistory(
                                Integer.parseInt(cells[0]),
                                Integer.parseInt(cells[1]),
                                Integer.parseInt(cells[2]),
                                Double.parseDouble(cells[3])))
                        .toList());
    }

    private static BgBb model(ReferenceTable.Line line) {
        return new BgBb(line.get("alpha"), line.get("beta"), line.get("gamma"), line.get("delta"), PeriodUnit.YEAR);
    }

    private static OpportunityHistory history(ReferenceTable.Line line) {
        return new OpportunityHistory("a", line.count("x"), line.count("t_x"), line.count("n"));
    }

    private static void assertClose(ReferenceTable.Line line, String column, double actual, double relative) {
        double expected = line.get(column);
        assertThat(actual)
                .as("line %d, %s", line.number(), column)
                .isCloseTo(expected, within(relative * Math.abs(expected)));
    }
}
