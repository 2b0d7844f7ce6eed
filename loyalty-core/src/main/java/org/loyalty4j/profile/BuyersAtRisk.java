package org.loyalty4j.profile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.btyd.PurchaseForecasts;
import org.loyalty4j.ltv.CustomerValues;
import org.loyalty4j.ltv.ValuesAtRisk;
import org.loyalty4j.summary.PurchaseSummaries;

/** The chance of each buyer not to buy within the horizon, and what is lost then; one row a buyer. */
final class BuyersAtRisk implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] buyers; // their places in the base, rising
    private final double[] noPurchase;
    private final double @Nullable [] residualValue;
    private final @Nullable ValuesAtRisk ranking;

    private BuyersAtRisk(
            int[] buyers, double[] noPurchase, double @Nullable [] residualValue, @Nullable ValuesAtRisk ranking) {
        this.buyers = buyers;
        this.noPurchase = noPurchase;
        this.residualValue = residualValue;
        this.ranking = ranking;
    }

    /** The risk of a base; ranked are the buyers among those staying, whose places in the base are given rising. */
    static BuyersAtRisk of(PurchaseSummaries base, LoyaltyForecast forecast, int[] staying) {
        PurchaseForecasts forecasts = forecast.forecasts();
        double[] noPurchase = IntStream.range(0, forecasts.size())
                .mapToDouble(row -> 1 - forecasts.probabilityOfPurchase(row))
                .toArray();
        int[] buyers = base.buyers();
        CustomerValues values = forecast.values().orElse(null);
        if (values == null) {
            return new BuyersAtRisk(buyers, noPurchase, null, null);
        }
        double[] residual = IntStream.range(0, buyers.length)
                .mapToDouble(row -> values.get(row).value())
                .toArray();
        int[] ranked = IntStream.range(0, buyers.length)
                .filter(row -> Arrays.binarySearch(staying, buyers[row]) >= 0)
                .toArray();
        List<String> ids = new ArrayList<>(ranked.length);
        for (int row : ranked) {
            ids.add(base.customerId(buyers[row]));
        }
        ValuesAtRisk ranking = ValuesAtRisk.rank(
                ids,
                IntStream.of(ranked).mapToDouble(row -> residual[row]).toArray(),
                IntStream.of(ranked).mapToDouble(row -> noPurchase[row]).toArray());
        return new BuyersAtRisk(buyers, noPurchase, residual, ranking);
    }

    List<ForecastColumn> columns(int customers) {
        List<ForecastColumn> columns = new ArrayList<>();
        columns.add(ForecastColumn.of("no_purchase_probability", customers, buyers, noPurchase));
        if (residualValue != null) {
            columns.add(ForecastColumn.of("residual_value", customers, buyers, residualValue));
        }
        return columns;
    }

    double[] probabilities() {
        return noPurchase;
    }

    Optional<ValuesAtRisk> ranking() {
        return Optional.ofNullable(ranking);
    }
}
