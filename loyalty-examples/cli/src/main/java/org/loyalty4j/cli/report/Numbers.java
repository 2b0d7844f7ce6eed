package org.loyalty4j.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes numbers, shares, money and dates the way one locale does. */
final class Numbers {

    /** What stands for a number that does not exist. */
    static final String NONE = "–";

    private static final char MINUS = '−';
    private static final BigDecimal LONG_AMOUNT = BigDecimal.valueOf(10_000);

    private final Locale locale;
    private final DateTimeFormatter dates;
    private final String currency;
    private final int moneyDigits;

    Numbers(Locale locale, String datePattern, String currency, int moneyDigits) {
        this.locale = locale;
        this.dates = DateTimeFormatter.ofPattern(datePattern, locale);
        this.currency = currency;
        this.moneyDigits = moneyDigits;
    }

    String whole(long number) {
        return format(0).format(number);
    }

    String fixed(double number, int digits) {
        // Rounded first, so that what rounds to zero has no sign.
        return format(digits).format(new BigDecimal(number).setScale(digits, RoundingMode.HALF_UP));
    }

    /** As many decimals as are needed, at most two: for medians and inputs. */
    String plain(double number) {
        NumberFormat format = format(2);
        format.setMinimumFractionDigits(0);
        return format.format(number);
    }

    /** So many significant digits, for parameters: whole digits are never cut. */
    String significant(double number, int digits) {
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_UP));
        return format(Math.max(0, rounded.scale())).format(rounded);
    }

    /** A share as per cent with one decimal. */
    String percent(double share) {
        return fixed(100 * share, 1) + "%";
    }

    /** A level such as 0.95 or 0.2 as per cent without needless decimals. */
    String level(double share) {
        return plain(100 * share) + "%";
    }

    /** A relative error as per cent with its sign and one decimal. */
    String signedPercent(double share) {
        String percent = percent(Math.abs(share));
        return percent.equals(percent(0)) ? percent : (share > 0 ? "+" : "−") + percent;
    }

    /** A score with its sign, rounded to whole points; what rounds to zero has no sign. */
    String signed(double score) {
        long rounded = Math.round(score);
        if (rounded == 0) {
            return "0";
        }
        return (rounded > 0 ? "+" : "−") + whole(Math.abs(rounded));
    }

    /** An amount without its currency, for table columns that name it. */
    String amount(BigDecimal money) {
        return format(moneyDigits).format(money);
    }

    String amount(double money) {
        return fixed(money, moneyDigits);
    }

    /** An amount with its currency. */
    String money(BigDecimal money) {
        return labelled(amount(money));
    }

    String money(double money) {
        return labelled(amount(money));
    }

    /** An amount to be seen at a glance: in whole units once it is long. */
    String headline(BigDecimal money) {
        return money.abs().compareTo(LONG_AMOUNT) < 0
                ? money(money)
                : labelled(format(0).format(money));
    }

    String headline(double money) {
        return headline(BigDecimal.valueOf(money));
    }

    String date(LocalDate day) {
        return dates.format(day);
    }

    private String labelled(String amount) {
        if (currency.isEmpty()) {
            return amount;
        }
        // Yen are written as the Japanese write them, 1,200円; every other currency by its code.
        boolean yen = currency.equals("JPY") && locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
        return yen ? amount + "円" : amount + " " + currency;
    }

    private NumberFormat format(int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        if (format instanceof DecimalFormat decimal) {
            DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
            symbols.setMinusSign(MINUS);
            decimal.setDecimalFormatSymbols(symbols);
        }
        return format;
    }
}
