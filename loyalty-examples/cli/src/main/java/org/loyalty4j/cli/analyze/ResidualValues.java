package org.loyalty4j.cli.analyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.loyalty4j.btyd.PurchaseForecast;
import org.loyalty4j.cli.report.Outlook;
import org.loyalty4j.ltv.CustomerValue;
import org.loyalty4j.ltv.CustomerValues;
import org.loyalty4j.profile.LoyaltyForecast;
import org.loyalty4j.profile.ValueAssumptions;
import org.loyalty4j.summary.SpendFrequencyCorrelation;

/** How the residual value is spread over the buyers, and who has most of it. */
final class ResidualValues {
    private static final int TENTHS = 10;
    private static final int TOP = 10;
    private static final int MOST_BINS = 12;
    private static final double SMALL = 0.1;

    private final LoyaltyForecast forecast;
    private final List<Buyer> buyers; // the most valuable first

    private ResidualValues(LoyaltyForecast forecast, CustomerValues values) {
        this.forecast = forecast;
        List<Buyer> sorted = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            sorted.add(new Buyer(i, values.get(i)));
        }
        // Equal values stay in the order of ids.
        sorted.sort(Comparator.comparingDouble((Buyer buyer) -> -buyer.value().value()));
        this.buyers = sorted;
    }

    static Outlook.Residual of(LoyaltyForecast forecast, CustomerValues values, ValueAssumptions assumptions) {
        ResidualValues residual = new ResidualValues(forecast, values);
        Optional<SpendFrequencyCorrelation> correlation = forecast.spendCorrelation();
        return new Outlook.Residual(
                values.total(),
                assumptions.margin(),
                assumptions.discountRate().annualRate(),
                forecast.isMedianSpend(),
                Outlooks.parameters(
                        forecast.spendFit().orElseThrow(), forecast.plan().confidence()),
                correlation.isPresent() ? OptionalDouble.of(correlation.get().spearman()) : OptionalDouble.empty(),
                residual.bins(),
                residual.deciles(),
                residual.top());
    }

    private List<Outlook.ValueDecile> deciles() {
        List<Outlook.ValueDecile> deciles = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int from = (int) ((long) buyers.size() * tenth / TENTHS);
            int to = (int) ((long) buyers.size() * (tenth + 1) / TENTHS);
            if (to > from) {
                double value = buyers.subList(from, to).stream()
                        .mapToDouble(buyer -> buyer.value().value())
                        .sum();
                deciles.add(new Outlook.ValueDecile(deciles.size() + 1, to - from, value));
            }
        }
        return deciles;
    }

    private List<Outlook.Top> top() {
        return buyers.stream().limit(TOP).map(this::top).toList();
    }

    private Outlook.Top top(Buyer buyer) {
        PurchaseForecast expected = forecast.forecasts().get(buyer.index());
        return new Outlook.Top(
                buyer.value().customerId(),
                buyer.value().value(),
                Optional.ofNullable(buyer.value().interval()),
                expected.expectedPurchases(),
                expected.probabilityAlive());
    }

    /** Bins between 1, 2, 5, 10, 20, 50 and so on, for values are skewed; the first holds the tenth with the least. */
    private List<Outlook.ValueBin> bins() {
        double most = buyers.get(0).value().value();
        double least =
                buyers.get((int) ((1 - SMALL) * (buyers.size() - 1))).value().value();
        List<Double> edges = new ArrayList<>(List.of(0.0));
        if (most > 0) {
            int step = 3 * (int) Math.floor(StrictMath.log10(most)) + 2;
            while (edge(step) > most) {
                step--;
            }
            int first = step;
            while (edge(first) > least && step - first < MOST_BINS - 2) {
                first--;
            }
            for (int i = first; i <= step; i++) {
                edges.add(edge(i));
            }
        }
        long[] customers = new long[edges.size()];
        for (Buyer buyer : buyers) {
            int bin = edges.size() - 1;
            while (bin > 0 && buyer.value().value() < edges.get(bin)) {
                bin--;
            }
            customers[bin]++;
        }
        List<Outlook.ValueBin> bins = new ArrayList<>();
        for (int bin = 0; bin < customers.length; bin++) {
            bins.add(new Outlook.ValueBin(
                    edges.get(bin),
                    bin == customers.length - 1 ? OptionalDouble.empty() : OptionalDouble.of(edges.get(bin + 1)),
                    customers[bin]));
        }
        return bins;
    }

    private static double edge(int step) {
        double[] leading = {1, 2, 5};
        int power = Math.floorDiv(step, leading.length);
        double first = leading[Math.floorMod(step, leading.length)];
        return power < 0 ? first / StrictMath.pow(10, -power) : first * StrictMath.pow(10, power);
    }

    private record Buyer(int index, CustomerValue value) {}
}
