package org.loyalty4j.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.Horizon;
import org.loyalty4j.data.Customer;
import org.loyalty4j.summary.PurchaseSummary;

class ChurnPropertyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    /** Spells around the windows [DAY + a, DAY + b), each of a customer of its own. */
    @Provide
    Arbitrary<List<Customer>> customers() {
        return Combinators.combine(
                        Arbitraries.integers().between(-20, 50),
                        Arbitraries.integers().between(0, 40).injectNull(0.4))
                .as((joined, stay) -> new int[] {joined, stay == null ? -1 : stay})
                .list()
                .ofMaxSize(40)
                .map(spells -> {
                    List<Customer> customers = new ArrayList<>();
                    for (int[] spell : spells) {
                        LocalDate joinedOn = DAY.plusDays(spell[0]);
                        customers.add(new Customer(
                                "C" + customers.size(), joinedOn, spell[1] < 0 ? null : joinedOn.plusDays(spell[1])));
                    }
                    return customers;
                });
    }

    @Property(seed = "1")
    void flowsAddUpAndEqualACountDayByDay(
            @ForAll("customers") List<Customer> customers,
            @ForAll @IntRange(max = 20) int from,
            @ForAll @IntRange(min = 1, max = 20) int length) {
        LocalDate start = DAY.plusDays(from);
        LocalDate end = start.plusDays(length);
        CustomerFlow flow = CustomerFlow.between(customers, start, end);
        assertThat(flow.atStart() + flow.joined() - flow.left()).isEqualTo(flow.atEnd());
        assertThat(flow.atStart()).isEqualTo(activeOn(customers, start.minusDays(1)));
        assertThat(flow.atEnd()).isEqualTo(activeOn(customers, end.minusDays(1)));
        assertThat(flow.exposureDays())
                .isEqualTo(start.datesUntil(end)
                        .mapToLong(day -> activeOn(customers, day))
                        .sum());
    }

    private static long activeOn(List<Customer> customers, LocalDate day) {
        return customers.stream().filter(customer -> customer.isActiveOn(day)).count();
    }

    @Property(seed = "1")
    void windowsInARowAreOneWindow(
            @ForAll("customers") List<Customer> customers, @ForAll @IntRange(min = 1, max = 29) int cut) {
        CustomerFlow first = CustomerFlow.between(customers, DAY, DAY.plusDays(cut));
        CustomerFlow second = CustomerFlow.between(customers, DAY.plusDays(cut), DAY.plusDays(30));
        CustomerFlow both = CustomerFlow.between(customers, DAY, DAY.plusDays(30));
        assertThat(second.atStart()).isEqualTo(first.atEnd());
        assertThat(first.joined() + second.joined()).isEqualTo(both.joined());
        assertThat(first.left() + second.left()).isEqualTo(both.left());
        assertThat(first.exposureDays() + second.exposureDays()).isEqualTo(both.exposureDays());
    }

    @Property(seed = "1")
    void theOrderOfTheRowsDoesNotMatter(@ForAll("customers") List<Customer> customers, @ForAll long seed) {
        List<Customer> shuffled = new ArrayList<>(customers);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(CustomerFlow.between(shuffled, DAY, DAY.plusDays(30)))
                .isEqualTo(CustomerFlow.between(customers, DAY, DAY.plusDays(30)));
    }

    @Property(seed = "1")
    void ratesKeepToTheirRangeAndTheirInterval(
            @ForAll("customers") List<Customer> customers,
            @ForAll Denominator denominator,
            @ForAll @DoubleRange(min = 0.01, max = 40) double months) {
        CustomerFlow.between(customers, DAY, DAY.plusDays(30))
                .churnRate(denominator, 0.9)
                .map(rate -> rate.per(Horizon.months(months)))
                .ifPresent(rate -> {
                    assertThat(rate.interval().contains(rate.value())).isTrue();
                    assertThat(rate.probability().value()).isBetween(0.0, 1.0);
                    assertThat(rate.probability().interval().upper()).isBetween(0.0, 1.0);
                    assertThat(rate.per(Horizon.days(30))
                                    .per(Horizon.months(months))
                                    .probability()
                                    .value())
                            .isCloseTo(rate.probability().value(), within(1e-9));
                });
    }

    @Property(seed = "1")
    void convertingThereAndBackChangesNothing(
            @ForAll @DoubleRange(max = 0.9) double churn, @ForAll @DoubleRange(min = 0.1, max = 10) double length) {
        double there = ChurnRate.convert(churn, Horizon.months(1), Horizon.weeks(length));
        assertThat(ChurnRate.convert(there, Horizon.weeks(length), Horizon.months(1)))
                .isCloseTo(churn, within(1e-12));
    }

    @Property(seed = "1")
    void silenceFallsAsTheThresholdRises(@ForAll List<@IntRange(max = 100) Integer> silences) {
        List<PurchaseSummary> summaries = new ArrayList<>();
        for (int silence : silences) {
            LocalDate day = DAY.minusDays(silence);
            summaries.add(new PurchaseSummary("C" + summaries.size(), DAY, 1, 1, day, day, 100, 0, 2));
        }
        int[] thresholds = {0, 7, 30, 60, 90};
        InactivityView view = InactivityView.of(summaries, thresholds);
        for (int i = 0; i < thresholds.length; i++) {
            int threshold = thresholds[i];
            assertThat(view.rows().get(i).share().successes())
                    .isEqualTo(silences.stream().filter(s -> s > threshold).count());
            assertThat(view.rows().get(i).share().trials()).isEqualTo(silences.size());
        }
        assertThat(RepeatRate.of(summaries).share().successes()).isZero();
    }
}
