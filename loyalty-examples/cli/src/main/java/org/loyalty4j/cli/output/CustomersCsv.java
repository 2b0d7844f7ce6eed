package org.loyalty4j.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.PurchaseForecast;
import org.loyalty4j.cli.input.Progress;
import org.loyalty4j.internal.Parallel;
import org.loyalty4j.ltv.CustomerValue;
import org.loyalty4j.profile.LoyaltyProfile;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.rfm.MonetaryBasis;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.summary.PurchaseSummary;

/** The table of customers: one row each, in order of id; a field without a value is empty. */
public final class CustomersCsv {
    private static final int DECIMALS = 4; // of positions and means, which are no exact money
    private static final int PIECE = 1 << 11; // customers written at once by one thread
    private static final int PIECES = 8; // that each thread writes before they go out
    private static final int MOST_PIECES = 64; // that wait to go out, on any number of threads
    private static final List<String> HEADER = List.of(
            "customer_id",
            "first_purchase",
            "last_purchase",
            "recency_days",
            "frequency",
            "monetary",
            "r_score",
            "f_score",
            "m_score",
            "rfm_segment",
            "historic_value",
            "attitude",
            "behaviour",
            "quadrant",
            "p_alive",
            "p_purchase_next",
            "expected_purchases",
            "residual_value",
            "residual_value_low",
            "residual_value_high",
            "churn_probability",
            "churn_state",
            "value_at_risk",
            "attitude_age_days",
            "quadrant_confidence",
            "next_action");

    private CustomersCsv() {}

    /**
     * Writes the table.
     *
     * @param report the analysis
     * @param threads how many threads put the rows into text, in [1, 1024]; the table is the same on any number
     * @param out where to write; left open
     * @param progress is told how many rows are written
     * @throws IOException if it cannot be written
     */
    public static void write(LoyaltyReport report, int threads, Writer out, Progress progress) throws IOException {
        Parallel parallel = new Parallel(threads);
        List<LoyaltyProfile> profiles = report.profiles();
        int scale = report.purchases().scale();
        out.write(String.join(",", HEADER) + "\n");
        int batch = PIECE * Math.min(PIECES * threads, MOST_PIECES);
        for (int from = 0; from < profiles.size(); from += batch) {
            List<LoyaltyProfile> some = profiles.subList(from, (int) Math.min((long) from + batch, profiles.size()));
            List<CsvLines> pieces = parallel.map(
                    Parallel.pieces(some.size(), PIECE),
                    piece -> lines(some.subList(piece * PIECE, Math.min((piece + 1) * PIECE, some.size())), scale));
            for (CsvLines piece : pieces) {
                out.append(piece.all());
            }
            progress.rows(from + some.size());
        }
        out.flush();
    }

    private static CsvLines lines(List<LoyaltyProfile> profiles, int scale) {
        CsvLines lines = new CsvLines();
        for (LoyaltyProfile profile : profiles) {
            write(profile, scale, lines);
        }
        return lines;
    }

    private static void write(LoyaltyProfile profile, int scale, CsvLines line) {
        PurchaseSummary purchases = profile.purchases();
        RfmScore score = profile.rfm();
        line.text(profile.customerId())
                .date(purchases.firstPurchase())
                .date(purchases.lastPurchase())
                .integer(purchases.recencyDays())
                .integer(purchases.frequency());
        if (score == null) {
            line.money(purchases.totalSpend()).empty().empty().empty();
        } else {
            monetary(purchases, score, line);
            line.integer(score.r()).integer(score.f()).integer(score.m());
        }
        line.text(profile.segment().key())
                .money(profile.historicValue().netSpend())
                .atMost(profile.position().attitude(), DECIMALS)
                .atMost(profile.position().behaviour(), DECIMALS)
                .text(profile.quadrant().key());
        PurchaseForecast forecast = profile.forecast();
        line.significant(forecast == null ? null : forecast.probabilityAlive())
                .significant(forecast == null ? null : forecast.probabilityOfPurchase())
                .significant(forecast == null ? null : forecast.expectedPurchases());
        CustomerValue value = profile.residualValue();
        Interval interval = value == null ? null : value.interval();
        line.fixed(value == null ? null : value.value(), scale)
                .fixed(interval == null ? null : interval.lower(), scale)
                .fixed(interval == null ? null : interval.upper(), scale)
                .significant(profile.churn().probability())
                .text(profile.churn().key())
                .fixed(profile.churn().valueAtRisk(), scale)
                .integer(profile.attitudeAgeDays())
                .significant(boxed(profile.quadrantConfidence()))
                .text(profile.next().action().key())
                .endRow();
    }

    /** The M that was scored. */
    private static void monetary(PurchaseSummary purchases, RfmScore score, CsvLines line) {
        if (score.scale().monetaryBasis() == MonetaryBasis.TOTAL) {
            line.money(purchases.totalSpend());
        } else {
            line.atMost(score.monetary(), DECIMALS);
        }
    }

    private static @Nullable Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
