package org.loyalty4j.btyd;

import java.io.Serializable;
import org.loyalty4j.internal.Checks;

/**
 * What the customers predicted to buy most did buy: a point of the gain curve.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param deciles how many tenths of the customers, those with the highest predictions, in [1, 10]
 * @param share their share of the purchases of the holdout, in [0, 1]
 * @param idealShare the most that any order of the customers could have given, in [0, 1]
 */
public record GainPoint(int deciles, double share, double idealShare) implements Serializable {
    static final int DECILES = 10;

    public GainPoint {
        Checks.inClosed(deciles, 1, DECILES, "deciles");
        Checks.inClosed(share, 0, 1, "share");
        Checks.inClosed(idealShare, 0, 1, "idealShare");
    }
}
