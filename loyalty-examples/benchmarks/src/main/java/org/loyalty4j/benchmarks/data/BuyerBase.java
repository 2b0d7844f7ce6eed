package org.loyalty4j.benchmarks.data;

import java.time.LocalDate;
import java.util.List;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.btyd.GammaGamma;
import org.loyalty4j.btyd.ParetoNbd;
import org.loyalty4j.btyd.PurchaseSimulator;
import org.loyalty4j.btyd.SpendSimulator;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseSummaries;

/**
 * Customers drawn from the Pareto/NBD and Gamma-Gamma models with the parameters of CDNOW (Fader, Hardie and Lee 2005): born on
 * each day of twelve weeks as there, observed until 39 weeks after the first of them, their purchases on whole days.
 *
 * @param customers how many, in [1, inf)
 * @param seed any number; another one gives other customers
 */
public record BuyerBase(int customers, long seed) {
    /** The model that purchases come from. */
    public static final ParetoNbd PURCHASES = new ParetoNbd(0.553, 10.578, 0.606, 11.669, PeriodUnit.WEEK);

    /** The model that amounts come from. */
    public static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);

    /** The last day observed. */
    public static final LocalDate AS_OF = LocalDate.of(2024, 12, 31);

    private static final int DAYS = 39 * 7;
    private static final int BIRTHS = 12 * 7;
    private static final int LAST_DAY = (int) AS_OF.toEpochDay();

    /** All their purchases; customer i has the id i. */
    public TransactionLog log() {
        PurchaseSimulator purchases = PurchaseSimulator.of(PURCHASES, seed);
        SpendSimulator spend = SpendSimulator.of(SPEND, seed);
        TransactionLog.Builder log = TransactionLog.builder(2);
        for (int i = 0; i < customers; i++) {
            int observed = DAYS - i % BIRTHS;
            int birth = LAST_DAY - observed;
            List<Double> times =
                    purchases.newCustomer(i, Horizon.days(observed)).times();
            double[] amounts = spend.newCustomer(i, times.size() + 1);
            log.add(i, birth, cents(amounts[0]));
            for (int p = 0; p < times.size(); p++) {
                int age = (int) Math.min(observed, Math.ceil(7 * times.get(p)));
                log.add(i, birth + age, cents(amounts[p + 1]));
            }
        }
        return log.build();
    }

    private static long cents(double amount) {
        return Math.max(1, Math.round(100 * amount));
    }

    /** One summary a customer. */
    public PurchaseSummaries summaries() {
        return PurchaseSummaries.of(log(), AS_OF);
    }
}
