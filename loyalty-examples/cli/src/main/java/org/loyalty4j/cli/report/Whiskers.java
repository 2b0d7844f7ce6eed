package org.loyalty4j.cli.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Estimate;

/**
 * Estimates with their intervals, one below the other on one scale.
 *
 * @param rows the estimates
 * @param percent whether values are shares, to be written as per cent; scores from -100 to 100 otherwise
 */
record Whiskers(List<Row> rows, boolean percent) {

    /** An estimate; without a value, a range only. */
    record Row(String name, @Nullable Double value, double lower, double upper, String label, List<String> hint) {}

    /** One score on a scale from -100 to 100. */
    static Whiskers score(String name, Estimate score, Edition edition) {
        return scores(List.of(scoreRow(name, score, edition)));
    }

    /** A scale of scores. */
    static Whiskers scores(List<Row> rows) {
        return new Whiskers(List.copyOf(rows), false);
    }

    static Row scoreRow(String name, Estimate score, Edition edition) {
        String label = edition.numbers().signed(score.value());
        String bounds = edition.text("hint.interval", edition.level(score), edition.scoreBounds(score));
        return row(name, score, label, List.of(name + ": " + label, bounds));
    }

    /** From the worst to the best that a score can be. */
    static Row range(String name, double lower, double upper, Edition edition) {
        String label = edition.text(
                "range", edition.numbers().signed(lower), edition.numbers().signed(upper));
        return new Row(name, null, lower, upper, label, List.of(name + ": " + label));
    }

    /** A scale of shares, from zero. */
    static Whiskers shares(List<Row> rows) {
        return new Whiskers(List.copyOf(rows), true);
    }

    static Row share(String name, Estimate share, Edition edition) {
        String label = edition.numbers().percent(share.value());
        String bounds = edition.text("hint.interval", edition.level(share), edition.shareBounds(share));
        return row(name, share, label, List.of(name + ": " + label, bounds));
    }

    private static Row row(String name, Estimate estimate, String label, List<String> hint) {
        return new Row(
                name,
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                label,
                hint);
    }
}
