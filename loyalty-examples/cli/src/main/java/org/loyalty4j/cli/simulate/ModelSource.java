package org.loyalty4j.cli.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.BgBb;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.OpportunitySimulator;
import org.loyalty4j.btyd.ParametricModel;
import org.loyalty4j.btyd.PurchaseModel;
import org.loyalty4j.btyd.PurchaseSimulator;
import org.loyalty4j.btyd.SimulatedOpportunities;
import org.loyalty4j.btyd.SimulatedPurchases;
import org.loyalty4j.btyd.SpendSimulator;
import org.loyalty4j.cli.output.Json;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.summary.OpportunityHistory;
import org.loyalty4j.summary.RepeatHistory;

/**
 * Makes customers up by a model. The first purchases are spread over a period by chance. A purchase some days and a bit after
 * it is put on the day that then begins, so that the number of whole days a customer is watched counts the same purchases.
 * Without a model of spend, each purchase is of 1.00.
 */
final class ModelSource {
    /** Draws when a customer buys again. */
    @FunctionalInterface
    private interface Life {
        ModelCustomer tell(int index, LocalDate born);
    }

    private static final double MAX_EXPECTED = 1e6;

    private final ParametricModel<?> model;
    private final LocalDate from;
    private final LocalDate bornBy;
    private final LocalDate to;
    private final long seed;
    private final @Nullable SpendSimulator spends;
    private final Life life;

    /**
     * Creates the source.
     *
     * @throws IllegalArgumentException if the model is not one of purchases, or expects more than a million of a customer
     */
    ModelSource(
            ParametricModel<?> model,
            @Nullable GammaGamma spend,
            LocalDate from,
            LocalDate bornBy,
            LocalDate to,
            long seed) {
        this.model = model;
        this.from = from;
        this.bornBy = bornBy;
        this.to = to;
        this.seed = seed;
        this.spends = spend == null ? null : SpendSimulator.of(spend, seed);
        if (model instanceof PurchaseModel<?> purchases) {
            checkExpected(purchases.expectedPurchases(Horizon.days(to.toEpochDay() - from.toEpochDay())));
            life = purchases(PurchaseSimulator.of(purchases, seed));
        } else if (model instanceof BgBb opportunities) {
            life = opportunities(OpportunitySimulator.of(opportunities, seed), opportunities.unit());
        } else {
            throw new IllegalArgumentException(
                    "--model must be one of purchases, but was " + model.name() + " (see --spend)");
        }
    }

    /** All purchases of a customer are held in memory: with far more of them than anybody makes, drawing would not end. */
    private static void checkExpected(double purchases) {
        if (!(purchases <= MAX_EXPECTED)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "--parameters must let a customer expect at most 1e6 purchases from --from to --to, but was %.4g",
                    purchases));
        }
    }

    String modelName() {
        return model.name();
    }

    /** The symbol of how long a customer was watched. */
    String lastColumn() {
        return model instanceof BgBb ? "n" : "T";
    }

    /** Makes one customer up; the index is in [1, 9999999]. */
    ModelCustomer customer(int index) {
        int days = (int) (bornBy.toEpochDay() - from.toEpochDay());
        return life.tell(index, from.plusDays(new Draws(seed, index).below(days + 1)));
    }

    private Life purchases(PurchaseSimulator simulator) {
        return (index, born) -> {
            SimulatedPurchases drawn = simulator.newCustomer(index, Horizon.days(to.toEpochDay() - born.toEpochDay()));
            String id = Simulator.id(index);
            RepeatHistory history = drawn.history(id);
            List<LocalDate> days = new ArrayList<>();
            drawn.times()
                    .forEach(time -> days.add(day(born, time, drawn.horizon().unit())));
            return new ModelCustomer(
                    transactions(index, born, days),
                    List.of(
                            Integer.toString(history.repeatPurchases()),
                            Json.text(history.lastPurchaseAt()),
                            Json.text(history.observedFor())));
        };
    }

    private Life opportunities(OpportunitySimulator simulator, PeriodUnit unit) {
        return (index, born) -> {
            int last = (int) PeriodUnit.DAY.convert(to.toEpochDay() - born.toEpochDay(), unit);
            SimulatedOpportunities drawn = simulator.newCustomer(index, last);
            OpportunityHistory history = drawn.history(Simulator.id(index));
            List<LocalDate> days = new ArrayList<>();
            drawn.used().forEach(opportunity -> days.add(day(born, opportunity, unit)));
            return new ModelCustomer(
                    transactions(index, born, days),
                    List.of(
                            Integer.toString(history.transactions()),
                            Integer.toString(history.lastTransactionAt()),
                            Integer.toString(history.opportunities())));
        };
    }

    private LocalDate day(LocalDate born, double time, PeriodUnit unit) {
        LocalDate day = born.plusDays((long) Math.ceil(unit.convert(time, PeriodUnit.DAY)));
        return day.isAfter(to) ? to : day; // by a rounding of the last digit
    }

    private List<Transaction> transactions(int index, LocalDate born, List<LocalDate> again) {
        double[] amounts = spends == null ? new double[0] : spends.newCustomer(index, again.size() + 1);
        List<Transaction> transactions = new ArrayList<>();
        for (int i = 0; i <= again.size(); i++) {
            long cents = spends == null ? 100 : Math.max(1, (long) StrictMath.floor(100 * amounts[i] + 0.5));
            LocalDate day = i == 0 ? born : again.get(i - 1);
            transactions.add(new Transaction(Simulator.id(index), day, BigDecimal.valueOf(cents, 2)));
        }
        return transactions;
    }
}
