package org.loyalty4j.ltv;

import java.math.BigDecimal;
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

/** A base drawn from the published models of CDNOW. */
final class ValueSamples {
    static final ParetoNbd PURCHASES = new ParetoNbd(0.553, 10.578, 0.606, 11.669, PeriodUnit.WEEK);
    static final GammaGamma SPEND = new GammaGamma(6.25, 3.74, 15.44);
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    private ValueSamples() {}

    /** 400 customers born on one day, observed for a year. */
    static PurchaseSummaries base() {
        return base(SPEND);
    }

    /** The same purchases with other spend. */
    static PurchaseSummaries base(GammaGamma spend) {
        TransactionLog.Builder log = TransactionLog.builder(2);
        PurchaseSimulator customers = PurchaseSimulator.of(PURCHASES, 5);
        SpendSimulator amounts = SpendSimulator.of(spend, 5);
        for (int i = 0; i < 400; i++) {
            String id = "C" + (1000 + i);
            List<Double> weeks = customers.newCustomer(i, Horizon.years(1)).times();
            double[] spent = amounts.newCustomer(i, weeks.size() + 1);
            log.add(id, START, cents(spent[0]));
            for (int j = 0; j < weeks.size(); j++) {
                log.add(id, START.plusDays((long) (7 * weeks.get(j))), cents(spent[j + 1]));
            }
        }
        return PurchaseSummaries.of(log.build(), START.plusDays(366));
    }

    private static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(Math.max(1, Math.round(100 * amount)), 2);
    }
}
