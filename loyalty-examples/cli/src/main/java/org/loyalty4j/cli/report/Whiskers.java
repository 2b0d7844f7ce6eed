package org.loyalty4j.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.loyalty4j.Estimate;

/**
 * Estimates with their intervals, one below the other on one scale.
 *
 * @param rows the estimates
 * @param minimum the lowest value of the scale
 * @param maximum the highest value of the scale
 * @param percent whether values are shares, to be written as per cent
 */
record Whiskers(List<Row> rows, double minimum, double maximum, boolean percent) {

    record Row(String name, double value, double lower, double upper, String label, List<String> hint) {}

    /** A scale from -100 to 100. */
    static Whiskers score(String name, Estimate score, Edition edition) {
        String label = edition.numbers().signed(score.value());
        String bounds = edition.text("hint.interval", edition.level(score), edition.scoreBounds(score));
        return new Whiskers(List.of(row(name, score, label, List.of(name + ": " + label, bounds))), -100, 100, false);
    }

    /** A scale from zero to a little more than the highest bound, and to 1 at most. */
    static Whiskers shares(List<Row> rows) {
        double highest = rows.stream().mapToDouble(Row::upper).max().orElse(1);
        return new Whiskers(List.copyOf(rows), 0, Math.min(1, Math.ceil(highest * 1.1 * 20) / 20), true);
    }

    static Row share(String name, Estimate share, Edition edition) {
        String label = edition.numbers().percent(share.value());
        List<String> hint = new ArrayList<>();
        hint.add(name + ": " + label);
        hint.add(edition.text("hint.interval", edition.level(share), edition.shareBounds(share)));
        return row(name, share, label, hint);
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
