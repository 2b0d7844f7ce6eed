package org.loyalty4j.benchmarks.side;

import org.loyalty4j.PeriodUnit;
import org.loyalty4j.benchmarks.data.ShopId;
import org.loyalty4j.btyd.BgNbd;
import org.loyalty4j.btyd.ModelFitter;
import org.loyalty4j.btyd.ParetoNbd;

/** The sides that run on the JVM, by name. */
public final class Sides {
    private Sides() {}

    /**
     * Makes a side, not yet ready.
     *
     * @param name such as {@code rfm-int-ids/duckdb}
     * @param work what is to be done
     * @return the side
     */
    public static Side of(String name, Work work) {
        return switch (name) {
            case "rfm-int-ids/loyalty" -> new LoyaltyRfm.IntIds(work);
            case "rfm-int-ids/duckdb" -> new DuckRfm(work, DuckRfm.Rows.TABLE, ShopId.INT);
            case "rfm-string-ids/loyalty" -> new LoyaltyRfm.TextIds(work);
            case "rfm-string-ids/duckdb" -> new DuckRfm(work, DuckRfm.Rows.TABLE, ShopId.SERIAL);
            case "rfm-csv-int/loyalty" -> new LoyaltyRfm.Csv(work, ShopId.INT);
            case "rfm-csv-int/duckdb" -> new DuckRfm(work, DuckRfm.Rows.FILE, ShopId.INT);
            case "rfm-csv-string/loyalty" -> new LoyaltyRfm.Csv(work, ShopId.SERIAL);
            case "rfm-csv-string/duckdb" -> new DuckRfm(work, DuckRfm.Rows.FILE, ShopId.SERIAL);
            case "rfm-csv-hash/loyalty" -> new LoyaltyRfm.Csv(work, ShopId.HASH);
            case "rfm-csv-hash/duckdb" -> new DuckRfm(work, DuckRfm.Rows.FILE, ShopId.HASH);
            case "rfm-list/loyalty" -> new LoyaltyRfm.Records(work);
            case "rfm-list/streams" -> new StreamsRfm(work);
            case "fit-bgnbd/loyalty" ->
                new LoyaltyFit.Purchases<>(work, ModelFitter.bgNbd(), new BgNbd(1, 1, 1, 1, PeriodUnit.WEEK));
            case "fit-paretonbd/loyalty" ->
                new LoyaltyFit.Purchases<>(work, ModelFitter.paretoNbd(), new ParetoNbd(1, 1, 1, 1, PeriodUnit.WEEK));
            case "fit-gammagamma/loyalty" -> new LoyaltyFit.Spend(work);
            case "score/loyalty" -> new LoyaltyScore(work, false);
            case "score/loyalty-merged" -> new LoyaltyScore(work, true);
            case "models/loyalty" -> new LoyaltyModels(work);
            default -> throw new IllegalArgumentException("unknown side " + name);
        };
    }
}
