package org.loyalty4j.cli.input;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Currency;
import org.loyalty4j.cli.OptionConverter;
import org.loyalty4j.data.MergePolicy;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.ZeroAmountPolicy;

/** Turns option values into settings, with a plain message when that fails. */
final class InputConverters {
    private InputConverters() {}

    static final class ToDelimiter extends OptionConverter<Delimiter> {
        ToDelimiter() {
            super(Delimiter::parse);
        }
    }

    static final class ToCharset extends OptionConverter<Charset> {
        ToCharset() {
            super(FileFormat::charset);
        }
    }

    static final class ToZone extends OptionConverter<ZoneId> {
        ToZone() {
            super(FileFormat::zone);
        }
    }

    static final class ToDatePattern extends OptionConverter<String> {
        ToDatePattern() {
            super(pattern -> {
                DateParser.check(pattern);
                return pattern;
            });
        }
    }

    static final class ToTransactionColumns extends OptionConverter<Columns> {
        ToTransactionColumns() {
            super(spec -> Columns.parse(Table.TRANSACTIONS, spec));
        }
    }

    static final class ToSurveyColumns extends OptionConverter<Columns> {
        ToSurveyColumns() {
            super(spec -> Columns.parse(Table.SURVEYS, spec));
        }
    }

    static final class ToCustomerColumns extends OptionConverter<Columns> {
        ToCustomerColumns() {
            super(spec -> Columns.parse(Table.CUSTOMERS, spec));
        }
    }

    static final class ToSettings extends OptionConverter<FormatSettings> {
        ToSettings() {
            super(FormatSettings::parse);
        }
    }

    static final class ToRefundPolicy extends OptionConverter<RefundPolicy> {
        ToRefundPolicy() {
            super(value -> oneOf(value, RefundPolicy.values()));
        }
    }

    static final class ToMergePolicy extends OptionConverter<MergePolicy> {
        ToMergePolicy() {
            super(value -> oneOf(value, MergePolicy.values()));
        }
    }

    static final class ToZeroAmountPolicy extends OptionConverter<ZeroAmountPolicy> {
        ToZeroAmountPolicy() {
            super(value -> oneOf(value, ZeroAmountPolicy.values()));
        }
    }

    static final class ToCurrency extends OptionConverter<Currency> {
        ToCurrency() {
            super(ToCurrency::parse);
        }

        private static Currency parse(String code) {
            try {
                Currency currency = Currency.getInstance(code);
                if (currency.getDefaultFractionDigits() >= 0) {
                    return currency;
                }
            } catch (IllegalArgumentException unknown) {
                // Told below, together with the codes that are no money, such as XAU.
            }
            throw new IllegalArgumentException("expected a currency code such as EUR or JPY, but was `" + code + "`");
        }
    }
}
