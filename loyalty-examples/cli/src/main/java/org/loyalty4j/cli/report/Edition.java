package org.loyalty4j.cli.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.loyalty4j.Estimate;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.Proportion;

/** How one report speaks: its words, its numbers, and the confidence of its intervals. */
record Edition(Texts texts, Numbers numbers, String currency, double confidence) {

    static Edition of(ReportModel model, Locale locale) {
        Texts texts = new Texts(locale);
        ReportModel.Scope scope = model.scope();
        Numbers numbers = new Numbers(texts.locale(), texts.get("date.pattern"), scope.currency(), scope.moneyDigits());
        return new Edition(texts, numbers, scope.currency(), scope.confidence());
    }

    String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    String text(LocalizedText text) {
        return text.in(texts.locale());
    }

    /** The title of a money column, with the currency if there is one. */
    String moneyColumn(String key) {
        return currency.isEmpty() ? text(key) : text("column.money", text(key), currency);
    }

    Optional<Estimate> interval(Proportion share) {
        return share.wilson(confidence);
    }

    /** The share of a whole, or a dash if the whole is nothing. */
    String share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? Numbers.NONE : numbers.percent(ratio(part, whole));
    }

    String share(Proportion share) {
        return share.value().isPresent() ? numbers.percent(share.value().getAsDouble()) : Numbers.NONE;
    }

    /** A share and its bounds, such as "12.3% to 15.0%". */
    String bounds(Proportion share) {
        return interval(share).map(this::shareBounds).orElse(Numbers.NONE);
    }

    String shareBounds(Estimate share) {
        return text(
                "range",
                numbers.percent(share.interval().lower()),
                numbers.percent(share.interval().upper()));
    }

    /** The bounds of a score, such as "+18 to +28". */
    String scoreBounds(Estimate score) {
        return text(
                "range",
                numbers.signed(score.interval().lower()),
                numbers.signed(score.interval().upper()));
    }

    String level(Estimate estimate) {
        return numbers.level(estimate.interval().confidence());
    }

    /** A length of time, such as "12 months". */
    String length(Horizon length) {
        return text("length." + length.unit().name().toLowerCase(Locale.ROOT), length.length());
    }

    String fixed(OptionalDouble number, int digits) {
        return number.isPresent() ? numbers.fixed(number.getAsDouble(), digits) : Numbers.NONE;
    }

    String percent(OptionalDouble share) {
        return share.isPresent() ? numbers.percent(share.getAsDouble()) : Numbers.NONE;
    }

    /** The bounds of an amount, such as "12.30 to 45.60". */
    String amountBounds(Interval money) {
        return text("range", numbers.amount(money.lower()), numbers.amount(money.upper()));
    }

    /** A number of some unit, without the currency. */
    String quantity(double number, ReportModel.Unit unit) {
        return switch (unit) {
            case MONEY -> numbers.amount(number);
            case SHARE -> numbers.percent(number);
            case NUMBER -> numbers.plain(number);
        };
    }

    /** The bounds of a number with so many decimals. */
    String fixedBounds(Interval number, int digits) {
        return text("range", numbers.fixed(number.lower(), digits), numbers.fixed(number.upper(), digits));
    }

    String plain(OptionalDouble number) {
        return number.isPresent() ? numbers.plain(number.getAsDouble()) : Numbers.NONE;
    }

    String amount(OptionalDouble money) {
        return money.isPresent() ? numbers.amount(money.getAsDouble()) : Numbers.NONE;
    }

    /** Sentences, one after the other as the language writes them. */
    String sentences(String... sentences) {
        return Stream.of(sentences)
                .filter(sentence -> !sentence.isEmpty())
                .reduce((before, after) -> text("sentences", before, after))
                .orElse("");
    }

    /** How often chance alone would give as much, such as "p = 0.034". */
    String chance(double pValue) {
        return pValue < 0.001 ? text("chance.small") : text("chance", numbers.fixed(pValue, 3));
    }

    /** Whether chance would give as much no more often than the confidence allows. */
    boolean beyondChance(double pValue) {
        return pValue <= 1 - confidence;
    }

    /** A part of a whole that is above zero. */
    static double ratio(BigDecimal part, BigDecimal whole) {
        return part.doubleValue() / whole.doubleValue();
    }

    /** Money per piece, or a dash if there are no pieces. */
    String perPiece(BigDecimal money, long pieces) {
        return pieces == 0 ? Numbers.NONE : numbers.amount(money.doubleValue() / pieces);
    }
}
