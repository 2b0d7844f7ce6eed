package org.loyalty4j.cli.analyze;

import java.time.DayOfWeek;
import org.loyalty4j.CalendarPeriods;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.cli.OptionConverter;
import org.loyalty4j.profile.BehaviourMeasure;
import org.loyalty4j.quadrant.CutRule;
import org.loyalty4j.rfm.BinningRule;
import org.loyalty4j.rfm.MonetaryBasis;
import org.loyalty4j.rfm.RfmWeights;

/** Reads the values of the analysis options. */
final class AnalysisConverters {
    private AnalysisConverters() {}

    static final class ToBinningRule extends OptionConverter<BinningRule> {
        ToBinningRule() {
            super(value -> oneOf(value, BinningRule.QUANTILE, BinningRule.MID_RANK, BinningRule.RANK_TILES));
        }
    }

    static final class ToMonetaryBasis extends OptionConverter<MonetaryBasis> {
        ToMonetaryBasis() {
            super(value -> oneOf(value, MonetaryBasis.values()));
        }
    }

    /** {@code rfm}, {@code expected-purchases} or {@code spend}. */
    static final class ToBehaviourMeasure extends OptionConverter<BehaviourMeasure> {
        ToBehaviourMeasure() {
            super(ToBehaviourMeasure::parse);
        }

        private static BehaviourMeasure parse(String value) {
            return switch (value) {
                case "rfm" -> BehaviourMeasure.RFM_COMPOSITE;
                case "expected-purchases" -> BehaviourMeasure.EXPECTED_PURCHASES;
                case "spend" -> BehaviourMeasure.SHARE_OF_SPEND;
                default ->
                    throw new IllegalArgumentException(
                            "expected one of rfm, expected-purchases, spend, but was `" + value + "`");
            };
        }
    }

    /** {@code month}, {@code quarter} or {@code week}. */
    static final class ToCalendarPeriods extends OptionConverter<CalendarPeriods> {
        ToCalendarPeriods() {
            super(ToCalendarPeriods::parse);
        }

        private static CalendarPeriods parse(String value) {
            return switch (value) {
                case "month" -> CalendarPeriods.months();
                case "quarter" -> CalendarPeriods.quarters();
                case "week" -> CalendarPeriods.weeksFrom(DayOfWeek.MONDAY);
                default ->
                    throw new IllegalArgumentException("expected one of month, quarter, week, but was `" + value + "`");
            };
        }
    }

    /** {@code 1,1,2}. */
    static final class ToWeights extends OptionConverter<RfmWeights> {
        ToWeights() {
            super(ToWeights::parse);
        }

        private static RfmWeights parse(String value) {
            String[] parts = value.split(",", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("expected three weights such as 1,1,2, but was `" + value + "`");
            }
            return new RfmWeights(number(parts[0]), number(parts[1]), number(parts[2]));
        }
    }

    /** {@code 50}, {@code median} or {@code p75}. */
    static final class ToCutRule extends OptionConverter<CutRule> {
        ToCutRule() {
            super(ToCutRule::parse);
        }

        private static CutRule parse(String value) {
            if (value.equals("median")) {
                return CutRule.median();
            }
            return value.startsWith("p")
                    ? CutRule.percentile(number(value.substring(1)))
                    : CutRule.fixed(number(value));
        }
    }

    /** {@code 90d}, {@code 26w}, {@code 12m} or {@code 3y}. */
    static final class ToHorizon extends OptionConverter<Horizon> {
        private static final double MAX_LENGTH = 1e12;

        ToHorizon() {
            super(ToHorizon::parse);
        }

        private static Horizon parse(String value) {
            PeriodUnit unit = switch (value.isEmpty() ? ' ' : value.charAt(value.length() - 1)) {
                case 'd' -> PeriodUnit.DAY;
                case 'w' -> PeriodUnit.WEEK;
                case 'm' -> PeriodUnit.MONTH;
                case 'y' -> PeriodUnit.YEAR;
                default ->
                    throw new IllegalArgumentException(
                            "expected a length such as 90d, 26w, 12m or 3y, but was `" + value + "`");
            };
            double length = number(value.substring(0, value.length() - 1));
            if (!(length >= 0 && length <= MAX_LENGTH)) {
                throw new IllegalArgumentException("expected a length in [0, 1e12], but was `" + value + "`");
            }
            return new Horizon(length, unit);
        }
    }

    /** {@code 0.10}. */
    static final class ToDiscountRate extends OptionConverter<DiscountRate> {
        ToDiscountRate() {
            super(ToDiscountRate::parse);
        }

        /** A rate above one is a percentage in the wrong unit: it would make the value silently worthless. */
        private static DiscountRate parse(String value) {
            double rate = number(value);
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException(
                        "expected a share in [0, 1] such as 0.10 for 10 % a year, but was `" + value + "`");
            }
            return DiscountRate.annual(rate);
        }
    }

    /** {@code auto}, {@code none}, or the key of a model. */
    static final class ToModelWish extends OptionConverter<ModelWish> {
        ToModelWish() {
            super(ModelWish::parse);
        }
    }
}
