package org.loyalty4j.rfm;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;
import org.loyalty4j.support.Base;
import org.loyalty4j.support.Draw;
import org.loyalty4j.support.Row;

class RfmDistributionPropertyTest {

    @Provide
    Arbitrary<List<Base.Raw>> raws() {
        return Base.raws();
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Draw.rowsWithABuyer();
    }

    /** Every scorer that needs no more than a distribution. */
    @Provide
    Arbitrary<RfmScorer> scorers() {
        Arbitrary<RfmScorer> fitted = Combinators.combine(
                        Arbitraries.integers().between(2, 12),
                        Arbitraries.of(BinningRule.QUANTILE, BinningRule.MID_RANK),
                        Arbitraries.of(MonetaryBasis.values()))
                .as((bins, rule, basis) ->
                        RfmScorer.withDefaults().withBins(bins).withRule(rule).withMonetaryBasis(basis));
        RfmScorer fixed = RfmScorer.withDefaults()
                .withFixedCuts(new double[] {20, 4, 4}, new double[] {1, 3, 7}, new double[] {0, 10, 1e6});
        return Arbitraries.oneOf(fitted, Arbitraries.just(fixed));
    }

    @Property(seed = "1")
    void aDistributionGivesTheScaleOfItsCustomers(
            @ForAll("raws") List<Base.Raw> raws, @ForAll("scorers") RfmScorer scorer) {
        List<PurchaseSummary> base = Base.summaries(raws, 2);
        RfmScale scale = scorer.fit(base);
        assertThat(scorer.fit(RfmDistribution.of(base, scale.monetaryBasis()))).isEqualTo(scale);
    }

    @Property(seed = "1")
    void anySplitAndOrderAddUpToTheSame(@ForAll("raws") List<Base.Raw> raws, @ForAll Random random) {
        List<PurchaseSummary> base = Base.summaries(raws, 2);
        MonetaryBasis basis = random.nextBoolean() ? MonetaryBasis.TOTAL : MonetaryBasis.MEAN_PER_OCCASION;
        RfmDistribution whole = RfmDistribution.of(base, basis);
        List<PurchaseSummary> shuffled = new ArrayList<>(base);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(base.size() + 1);
        RfmDistribution one = RfmDistribution.of(shuffled.subList(0, cut), basis);
        RfmDistribution other = RfmDistribution.of(shuffled.subList(cut, base.size()), basis);
        assertThat(one.plus(other)).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(other.plus(one)).isEqualTo(whole);
        assertThat(RfmDistribution.builder(basis).add(other).add(one).build()).isEqualTo(whole);
        assertThat(whole.buyers())
                .isEqualTo(base.stream().filter(PurchaseSummary::hasPurchase).count());
    }

    @Property(seed = "1")
    void columnsAndRecordsAreCountedAlike(@ForAll("rows") List<Row> rows) {
        TransactionLog log = Row.log(rows);
        PurchaseSummaries columns = PurchaseSummaries.of(log, Row.date(Draw.LAST_DAY));
        for (MonetaryBasis basis : MonetaryBasis.values()) {
            assertThat(RfmDistribution.of(columns, basis)).isEqualTo(RfmDistribution.of(List.copyOf(columns), basis));
        }
    }
}
