package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistogram;
import org.loyalty4j.summary.WeightedHistory;

/** The fitter on the simplest of models; the others' own tests are beside them. */
class ModelFitterTest {
    private static final ModelFitter<Nbd, RepeatHistogram> NBD = ModelFitter.nbd();

    private static RepeatHistogram spread() {
        List<WeightedHistory> rows = new ArrayList<>();
        int[] customers = {600, 150, 80, 50, 30, 20, 15, 10, 5, 3};
        for (int x = 0; x < customers.length; x++) {
            rows.add(new WeightedHistory(x, x == 0 ? 0 : 20, 40, customers[x]));
        }
        return RepeatHistogram.of(rows, PeriodUnit.WEEK);
    }

    @Test
    void tryIt() {
        System.out.println(NBD.fit(spread()) + " " + NBD.fit(spread()).evaluations());
        System.out.println(NBD.fit(spread()).parameters(0.95));
        System.out.println(NBD.fit(spread().in(PeriodUnit.DAY)).model().in(PeriodUnit.WEEK));
        RepeatHistogram same = RepeatHistogram.of(List.of(new WeightedHistory(3, 20, 40, 10)), PeriodUnit.WEEK);
        System.out.println(NBD.fit(same) + " " + NBD.fit(same).evaluations()
                + NBD.fit(same).warnings());
        RepeatHistogram none = RepeatHistogram.of(List.of(new WeightedHistory(0, 0, 40, 10)), PeriodUnit.WEEK);
        System.out.println(NBD.fit(none) + " " + NBD.fit(none).evaluations()
                + NBD.fit(none).warnings());
        RepeatHistogram zero = RepeatHistogram.of(List.of(new WeightedHistory(0, 0, 0, 10)), PeriodUnit.WEEK);
        System.out.println(NBD.fit(zero) + " " + NBD.fit(zero).evaluations()
                + NBD.fit(zero).warnings());
        RepeatHistogram[] all = {spread(), same, none, zero};
        for (RepeatHistogram h : all) {
            Fit<ParetoNbd> f = ModelFitter.paretoNbd().fit(h);
            System.out.println(f + " " + f.evaluations() + " g " + f.gradient());
        }
        assertThat(NBD.fit(spread()).model().r()).isCloseTo(0.5, within(10.0));
    }
}
