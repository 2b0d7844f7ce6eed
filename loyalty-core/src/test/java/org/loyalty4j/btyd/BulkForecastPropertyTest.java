package org.loyalty4j.btyd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.loyalty4j.Horizon;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.summary.RepeatHistories;
import org.loyalty4j.summary.RepeatHistory;

class BulkForecastPropertyTest {

    @Provide
    Arbitrary<PurchaseModel<?>> models() {
        return Arbitraries.of(
                new BgNbd(0.55, 6, 0.8, 2.5, PeriodUnit.WEEK),
                new MbgNbd(0.55, 42, 0.8, 2.5, PeriodUnit.DAY),
                new BgCnbd(2, 0.8, 3, 1, 2.5, PeriodUnit.WEEK),
                new MbgCnbd(3, 0.8, 3, 0.7, 2.5, PeriodUnit.WEEK),
                new ParetoNbd(0.553, 10.578, 0.606, 11.669, PeriodUnit.WEEK),
                new Nbd(0.4, 9, PeriodUnit.MONTH));
    }

    @Provide
    Arbitrary<Horizon> horizons() {
        return Arbitraries.of(Horizon.days(30), Horizon.weeks(52));
    }

    /** Customers of few ages, so that many differ in t_x alone. */
    private static RepeatHistories histories(Random random, int customers) {
        List<RepeatHistory> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            int until = 40 + 20 * random.nextInt(12);
            int x = random.nextInt(3) * random.nextInt(6);
            int tx = x == 0 ? 0 : x + random.nextInt(until - x + 1);
            histories.add(new RepeatHistory("c" + i, x, tx, until, PeriodUnit.DAY));
        }
        return RepeatHistories.of(histories, PeriodUnit.WEEK);
    }

    @Property(seed = "1", tries = 60)
    void manyCustomersGetTheBitsOfOne(
            @ForAll("models") PurchaseModel<?> model, @ForAll("horizons") Horizon next, @ForAll Random random) {
        RepeatHistories histories = histories(random, 60);
        PurchaseForecasts forecasts = model.forecast(histories, next);
        PurchaseModel<?> inWeeks = model.in(PeriodUnit.WEEK);
        for (int i = 0; i < histories.size(); i++) {
            RepeatHistory one = histories.get(i);
            assertThat(forecasts.get(i))
                    .isEqualTo(new PurchaseForecast(
                            one.customerId(),
                            Prospect.of(inWeeks, one).probabilityAlive(0),
                            inWeeks.probabilityOfPurchase(one, next),
                            inWeeks.expectedPurchases(one, next)))
                    .isEqualTo(new PurchaseForecast(
                            one.customerId(),
                            forecasts.probabilityAlive(i),
                            forecasts.probabilityOfPurchase(i),
                            forecasts.expectedPurchases(i)));
        }
    }

    @Property(seed = "1", tries = 12)
    void anyNumberOfThreadsGivesTheSameBits(@ForAll("models") PurchaseModel<?> model, @ForAll Random random) {
        // The Pareto/NBD forecast of one history is dearer than a hundred of the others.
        RepeatHistories histories = histories(random, model instanceof ParetoNbd ? 500 : 20_000);
        PurchaseForecasts serial = model.forecast(histories, Horizon.weeks(13));
        for (int threads : new int[] {2, 3, 7}) {
            assertThat(model.forecast(histories, Horizon.weeks(13), threads)).isEqualTo(serial);
        }
    }
}
