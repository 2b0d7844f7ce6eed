package org.loyalty4j.btyd;

import java.util.Locale;
import org.loyalty4j.LocalizedText;

/**
 * Forecasts that need no model, which a model has to beat. They know what a model knows: the calibration and nothing later.
 *
 * <p>A customer's own rate is x/T, the repeat purchases over the time observed since the first. A customer without a repeat
 * purchase is not taken to have a rate of zero, which nobody believes, but the rate of the base: the repeat purchases of all
 * buyers over the time observed of all, or zero if none was observed.
 */
public enum Baseline {
    /** Everybody goes on at the own rate; silence means nothing. */
    MEAN_RATE(
            new LocalizedText("Mean rate", "平均購買率"),
            new LocalizedText("everybody goes on as often as so far", "全員がこれまでと同じ頻度で購入し続ける")),
    /**
     * Everybody buys as often as in the last part of the calibration that is as long as the holdout. A first purchase is not
     * counted, for it cannot come again; a customer who is younger than that, or a log that is shorter, is not scaled up.
     */
    LAST_PERIOD(
            new LocalizedText("Last period", "直近の期間"),
            new LocalizedText(
                    "everybody buys as often as in the last period of this length", "全員が同じ長さの直近の期間と同じ回数だけ購入する")),
    /**
     * A customer silent for longer than a threshold is lost and buys nothing, the others go on at their own rate.
     *
     * <p>The threshold is the number of days that would have told best, in the calibration itself, who bought again: looking
     * back from a day before its end, as many days earlier as the holdout is long but at most half of the calibration, the one
     * of the silences of the customers by which most of them are told rightly; of equally good ones the shortest. Where nobody
     * had bought by that day, it is the length of the holdout.
     *
     * @see <a href="https://doi.org/10.1509/jmkg.72.3.082">W&uuml;bben and von Wangenheim (2008)</a>
     */
    HIATUS(
            new LocalizedText("Hiatus", "休眠ルール"),
            new LocalizedText(
                    "whoever has been silent for too long is lost, the others go on as often as so far",
                    "一定期間購入のない顧客は離脱したとみなし、他の顧客はこれまでと同じ頻度で購入し続ける"));

    private final LocalizedText label;
    private final LocalizedText meaning;

    Baseline(LocalizedText label, LocalizedText meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /**
     * The key in files and tables.
     *
     * @return {@code mean-rate}, {@code last-period} or {@code hiatus}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The name for people to read.
     *
     * @return one or two words
     */
    public LocalizedText label() {
        return label;
    }

    /**
     * What it takes for granted, in words.
     *
     * @return half a sentence
     */
    public LocalizedText meaning() {
        return meaning;
    }
}
