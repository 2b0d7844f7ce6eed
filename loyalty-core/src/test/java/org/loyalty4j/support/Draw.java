package org.loyalty4j.support;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.loyalty4j.data.MergePolicy;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.ZeroAmountPolicy;

/** What the property tests draw from. */
public final class Draw {
    /** The last day that rows are drawn from. */
    public static final int LAST_DAY = 40;

    private Draw() {}

    /** Rows of a few customers on few days with few amounts: ties, same-day rows, refunds and zeros are common. */
    public static Arbitrary<List<Row>> rows() {
        Arbitrary<String> ids = Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "Ü", "10", "9");
        Arbitrary<Integer> days = Arbitraries.integers().between(0, LAST_DAY);
        Arbitrary<Long> amounts = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.longs().between(1, 300)),
                Tuple.of(3, Arbitraries.of(100L, 200L, 50L)),
                Tuple.of(2, Arbitraries.longs().between(-250, -1)),
                Tuple.of(1, Arbitraries.of(0L, -100L)));
        return Combinators.combine(ids, days, amounts).as(Row::new).list().ofMaxSize(80);
    }

    /** Rows of which at least one is a purchase on day 0 of a customer without refunds. */
    public static Arbitrary<List<Row>> rowsWithABuyer() {
        return rows().map(rows -> {
            List<Row> all = new ArrayList<>(rows);
            all.add(new Row("buyer", 0, 100));
            return List.copyOf(all);
        });
    }

    /** Every combination of rules that does not refuse refunds. */
    public static Arbitrary<PurchaseRules> rules() {
        return Combinators.combine(
                        Arbitraries.of(RefundPolicy.NET_PER_DAY, RefundPolicy.NET_AGAINST_PRIOR, RefundPolicy.DROP),
                        Arbitraries.of(MergePolicy.values()),
                        Arbitraries.of(ZeroAmountPolicy.values()))
                .as(PurchaseRules::new);
    }
}
