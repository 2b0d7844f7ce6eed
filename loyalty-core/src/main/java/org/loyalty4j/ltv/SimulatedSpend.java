package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.loyalty4j.Horizon;
import org.loyalty4j.Interval;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.SpendSimulator;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.summary.SpendHistory;

/** What simulated values have in common, whatever model says when purchases happen. */
record SimulatedSpend(GammaGamma model, long seed, int draws) implements Serializable {
    private static final int DEFAULT_DRAWS = 999;

    static SimulatedSpend of(GammaGamma model, long seed) {
        return new SimulatedSpend(Objects.requireNonNull(model, "spend"), seed, DEFAULT_DRAWS);
    }

    SimulatedSpend withDraws(int number) {
        return new SimulatedSpend(
                model, seed, Checks.inClosed(number, Percentiles.FEWEST_DRAWS, Integer.MAX_VALUE, "number"));
    }

    static Horizon horizon(ValueTerms terms) {
        Horizon horizon = terms.horizon();
        if (horizon == null) {
            throw new IllegalArgumentException("a simulated value needs a horizon, but it was for ever");
        }
        return horizon;
    }

    /** The values of a customer who buys at the times drawn, each purchase discounted by exp(-rate time). */
    double[] values(
            String customerId,
            Optional<SpendHistory> history,
            IntFunction<? extends List<? extends Number>> times,
            double rate,
            double margin) {
        SpendSimulator simulator = SpendSimulator.of(model, seed);
        double[] values = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            List<? extends Number> at = times.apply(draw);
            double[] amounts = history.isPresent()
                    ? simulator.after(history.get(), draw, at.size())
                    : simulator.after(customerId, draw, at.size());
            for (int i = 0; i < amounts.length; i++) {
                values[draw] += amounts[i] * StrictMath.exp(-rate * at.get(i).doubleValue());
            }
            values[draw] *= margin;
        }
        return values;
    }

    <C> Interval totalInterval(List<C> customers, Function<C, double[]> values, double confidence) {
        Percentiles.confidence(confidence, draws, "draws");
        double[] totals = new double[draws];
        for (C customer : customers) {
            double[] drawn = values.apply(customer);
            for (int draw = 0; draw < draws; draw++) {
                totals[draw] += drawn[draw];
            }
        }
        return Percentiles.interval(totals, confidence);
    }

    @Override
    public String toString() {
        return model + ", " + draws + " draws, seed " + seed;
    }
}
