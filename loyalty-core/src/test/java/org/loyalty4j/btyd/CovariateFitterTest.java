package org.loyalty4j.btyd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;

/** Models with covariates: known effects come back, and nothing depends on how a covariate is measured. */
class CovariateFitterTest {
    private static final CovariateModel<ParetoNbd> TRUTH = new CovariateModel<>(
            new ParetoNbd(0.8, 8, 0.7, 12, PeriodUnit.WEEK),
            List.of("member", "age"),
            List.of(0.6, 0.0),
            List.of(-0.5, 0.3));

    private static List<Double> covariates(int customer, double origin, double unit) {
        return List.of((double) (customer % 2), origin + unit * (customer / 2 % 5 - 2));
    }

    private static CovariateHistogram data(int customers, double origin, double unit) {
        List<RepeatHistory> histories = new ArrayList<>();
        Map<String, List<Double>> covariates = new HashMap<>();
        for (int i = 0; i < customers; i++) {
            ParetoNbd own = TRUTH.at(covariates(i, 0, 1).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
            String id = "c" + i;
            histories.add(PurchaseSimulator.of(own, 7)
                    .newCustomer(i, Horizon.weeks(40 + i % 3))
                    .history(id));
            covariates.put(id, covariates(i, origin, unit));
        }
        return CovariateHistogram.of(TRUTH.names(), RepeatHistories.of(histories, PeriodUnit.WEEK), covariates);
    }

    @Test
    void tryIt() {
        CovariateFit<ParetoNbd> fit = CovariateFitter.paretoNbd().fit(data(3000, 0, 1));
        System.out.println(fit + " " + fit.evaluations() + " " + fit.likelihoodRatio() + fit.gradient());
        System.out.println(fit.parameters(0.95));
        fit = CovariateFitter.paretoNbd().fit(data(3000, 1980, 10));
        System.out.println(fit + " " + fit.evaluations() + " " + fit.likelihoodRatio() + fit.gradient());
        System.out.println(fit.parameters(0.95));
    }
}
