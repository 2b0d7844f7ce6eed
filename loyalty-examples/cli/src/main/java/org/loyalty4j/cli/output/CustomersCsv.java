package org.loyalty4j.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.PurchaseForecast;
import org.loyalty4j.cli.input.Progress;
import org.loyalty4j.ltv.CustomerValue;
import org.loyalty4j.profile.LoyaltyProfile;
import org.loyalty4j.profile.LoyaltyReport;
import org.loyalty4j.rfm.MonetaryBasis;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.summary.PurchaseSummary;

/** The table of customers: one row each, in order of id; a field without a value is empty. */
public final class CustomersCsv {
    private static final int DECIMALS = 4; // of positions and means, which are no exact money

    private static final MathContext FORECAST_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final int MOST_DECIMALS = 15; // of a probability too small to matter

    private CustomersCsv() {}

    /**
     * Writes the table.
     *
     * @param report the analysis
     * @param out where to write; left open
     * @param progress is told how many rows are written
     * @throws IOException if it cannot be written
     */
    public static void write(LoyaltyReport report, Writer out, Progress progress) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(
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
        int scale = report.purchases().scale();
        long rows = 0;
        for (LoyaltyProfile profile : report.profiles()) {
            progress.rows(++rows);
            PurchaseSummary purchases = profile.purchases();
            RfmScore score = profile.rfm();
            csv.writeRecord(
                    profile.customerId(),
                    Objects.toString(purchases.firstPurchase(), ""),
                    Objects.toString(purchases.lastPurchase(), ""),
                    text(purchases.recencyDays()),
                    Integer.toString(purchases.frequency()),
                    monetary(purchases, score),
                    score == null ? "" : Integer.toString(score.r()),
                    score == null ? "" : Integer.toString(score.f()),
                    score == null ? "" : Integer.toString(score.m()),
                    profile.segment().key(),
                    profile.historicValue().netSpend().toPlainString(),
                    text(profile.position().attitude()),
                    text(profile.position().behaviour()),
                    profile.quadrant().key(),
                    forecast(profile, PurchaseForecast::probabilityAlive),
                    forecast(profile, PurchaseForecast::probabilityOfPurchase),
                    forecast(profile, PurchaseForecast::expectedPurchases),
                    value(profile, value -> OptionalDouble.of(value.value()), scale),
                    value(profile, value -> bound(value, Interval::lower), scale),
                    value(profile, value -> bound(value, Interval::upper), scale),
                    significant(profile.churn().probability()),
                    profile.churn().key(),
                    money(profile.churn().valueAtRisk(), scale),
                    text(profile.attitudeAgeDays()),
                    significant(boxed(profile.quadrantConfidence())),
                    profile.next().action().key());
        }
        csv.flush();
    }

    private static String forecast(LoyaltyProfile profile, ToDoubleFunction<PurchaseForecast> number) {
        PurchaseForecast forecast = profile.forecast();
        return forecast == null ? "" : significant(number.applyAsDouble(forecast));
    }

    private static String value(LoyaltyProfile profile, Function<CustomerValue, OptionalDouble> amount, int scale) {
        CustomerValue value = profile.residualValue();
        return value == null ? "" : money(boxed(amount.apply(value)), scale);
    }

    private static String money(@Nullable Double amount, int scale) {
        return amount == null
                ? ""
                : new BigDecimal(amount).setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static @Nullable Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static OptionalDouble bound(CustomerValue value, ToDoubleFunction<Interval> end) {
        Interval interval = value.interval();
        return interval == null ? OptionalDouble.empty() : OptionalDouble.of(end.applyAsDouble(interval));
    }

    private static String significant(@Nullable Double number) {
        if (number == null) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(number).round(FORECAST_DIGITS);
        return (rounded.scale() > MOST_DECIMALS ? rounded.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN) : rounded)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The M that was scored; of a prospect, who has no score, the total. */
    private static String monetary(PurchaseSummary purchases, @Nullable RfmScore score) {
        return score == null || score.scale().monetaryBasis() == MonetaryBasis.TOTAL
                ? purchases.totalSpend().toPlainString()
                : text(score.monetary());
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private static String text(@Nullable Double number) {
        // Not Double.toString, which older JVMs print with more digits than needed.
        return number == null
                ? ""
                : new BigDecimal(number)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
