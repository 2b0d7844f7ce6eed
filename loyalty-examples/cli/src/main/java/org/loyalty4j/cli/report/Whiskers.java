package org.loyalty4j.cli.report;

import java.util.List;
import org.loyalty4j.Estimate;

/**
 * Estimates with their intervals, one below the other on one scale.
 *
 * @param rows the estimates
 * @param percent whether values are shares, to be written as per cent; scores from -100 to 100 otherwise
 */
record Whiskers(List<Row> rows, boolean percent) {

    record Row(String name, double value, double lower, double upper, String label, List<String> hint) {}

    /** One score on a scale from -100 to 100. */
    static Whiskers score(String name, Estimate score, Edition edition) {
        String label = edition.numbers().signed(score.value());
        String bounds = edition.text("hint.interval", edition.level(score), edition.scoreBounds(score));
        return new Whiskers(List.of(row(name, score, label, List.of(name + ": " + label, bounds))), false);
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
