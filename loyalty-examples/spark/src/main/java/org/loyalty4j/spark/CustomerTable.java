package org.loyalty4j.spark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.PurchaseForecast;
import org.loyalty4j.ltv.CustomerValue;
import org.loyalty4j.profile.ChurnSignal;
import org.loyalty4j.profile.LoyaltyProfile;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.summary.PurchaseSummary;

/**
 * The table of customers: the columns of {@code customers.csv} of the command line, with types. What is not known is null.
 * Amounts that are exact are decimals; estimates are doubles with all their digits.
 */
final class CustomerTable {
    private static final int MONEY_DIGITS = 19;
    private static final String FIRST = "first_purchase";
    private static final String LAST = "last_purchase";

    private CustomerTable() {}

    /** The table of profiles that are where their customers' rows are. */
    static Dataset<Row> of(Dataset<Row> customers, MapPartitionsFunction<Row, LoyaltyProfile> profiles, int scale) {
        MapPartitionsFunction<Row, Row> rows = partition -> rows(profiles.call(partition));
        return customers
                .mapPartitions(rows, Encoders.row(untyped(scale)))
                .withColumn(FIRST, functions.date_from_unix_date(functions.col(FIRST)))
                .withColumn(LAST, functions.date_from_unix_date(functions.col(LAST)));
    }

    private static Iterator<Row> rows(Iterator<LoyaltyProfile> profiles) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return profiles.hasNext();
            }

            @Override
            public Row next() {
                return row(profiles.next());
            }
        };
    }

    /** The columns, days still as numbers: Spark's way from the JDK's dates depends on its settings. */
    private static StructType untyped(int scale) {
        DataType money = DataTypes.createDecimalType(MONEY_DIGITS, scale);
        return new StructType(new StructField[] {
            DataTypes.createStructField("customer_id", DataTypes.StringType, false),
            column(FIRST, DataTypes.IntegerType),
            column(LAST, DataTypes.IntegerType),
            column("recency_days", DataTypes.IntegerType),
            column("frequency", DataTypes.IntegerType),
            column("monetary", DataTypes.DoubleType),
            column("r_score", DataTypes.IntegerType),
            column("f_score", DataTypes.IntegerType),
            column("m_score", DataTypes.IntegerType),
            column("rfm_segment", DataTypes.StringType),
            column("historic_value", money),
            column("attitude", DataTypes.DoubleType),
            column("behaviour", DataTypes.DoubleType),
            column("quadrant", DataTypes.StringType),
            column("p_alive", DataTypes.DoubleType),
            column("p_purchase_next", DataTypes.DoubleType),
            column("expected_purchases", DataTypes.DoubleType),
            column("residual_value", DataTypes.DoubleType),
            column("residual_value_low", DataTypes.DoubleType),
            column("residual_value_high", DataTypes.DoubleType),
            column("churn_probability", DataTypes.DoubleType),
            column("churn_state", DataTypes.StringType),
            column("value_at_risk", DataTypes.DoubleType),
            column("attitude_age_days", DataTypes.IntegerType),
            column("quadrant_confidence", DataTypes.DoubleType),
            column("next_action", DataTypes.StringType)
        });
    }

    private static StructField column(String name, DataType type) {
        return DataTypes.createStructField(name, type, true);
    }

    static Row row(LoyaltyProfile profile) {
        PurchaseSummary purchases = profile.purchases();
        RfmScore score = profile.rfm();
        PurchaseForecast forecast = profile.forecast();
        ChurnSignal churn = profile.churn();
        BigDecimal netSpend = profile.historicValue().netSpend();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(profile.customerId());
        row.add(day(purchases.firstPurchase()));
        row.add(day(purchases.lastPurchase()));
        row.add(number(purchases.recencyDays()));
        row.add(purchases.frequency());
        row.add(score == null ? purchases.totalSpend().doubleValue() : score.monetary());
        row.add(score == null ? null : score.r());
        row.add(score == null ? null : score.f());
        row.add(score == null ? null : score.m());
        row.add(profile.segment().key());
        row.add(netSpend);
        row.add(profile.position().attitude());
        row.add(profile.position().behaviour());
        row.add(profile.quadrant().key());
        row.add(forecast == null ? null : forecast.probabilityAlive());
        row.add(forecast == null ? null : forecast.probabilityOfPurchase());
        row.add(forecast == null ? null : forecast.expectedPurchases());
        addValue(row, profile.residualValue());
        row.add(churn.probability());
        row.add(churn.key());
        row.add(churn.valueAtRisk());
        row.add(number(profile.attitudeAgeDays()));
        row.add(number(profile.quadrantConfidence()));
        row.add(profile.next().action().key());
        return RowFactory.create(row.toArray());
    }

    private static void addValue(List<@Nullable Object> row, @Nullable CustomerValue value) {
        row.add(value == null ? null : value.value());
        row.add(bound(value, Interval::lower));
        row.add(bound(value, Interval::upper));
    }

    private static @Nullable Double bound(@Nullable CustomerValue value, ToDoubleFunction<Interval> end) {
        Interval interval = value == null ? null : value.interval();
        return interval == null ? null : end.applyAsDouble(interval);
    }

    private static @Nullable Integer day(@Nullable LocalDate day) {
        return day == null ? null : (int) day.toEpochDay();
    }

    private static @Nullable Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
