package org.loyalty4j.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.data.DataReport;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.support.Draw;
import org.loyalty4j.support.Purchases;
import org.loyalty4j.support.Row;

class PurchaseSummariesPropertyTest {

    @Provide
    Arbitrary<List<Row>> rows() {
        return Draw.rowsWithABuyer();
    }

    @Provide
    Arbitrary<PurchaseRules> rules() {
        return Draw.rules();
    }

    @Property(tries = 600, seed = "1")
    void agreesWithTheWrittenRules(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll @IntRange(max = Draw.LAST_DAY) int lastDay) {
        TreeMap<String, List<Row>> byCustomer = new TreeMap<>(rows.stream().collect(Collectors.groupingBy(Row::id)));
        PurchaseSummaries summaries = PurchaseSummaries.of(Row.log(rows), rules, Row.date(lastDay));
        assertThat(summaries).hasSize(byCustomer.size());
        long spent = 0;
        for (PurchaseSummary summary : summaries) {
            Purchases expected = Purchases.of(byCustomer.get(summary.customerId()), rules, lastDay);
            List<Integer> days = expected.days();
            assertThat(summary)
                    .isEqualTo(new PurchaseSummary(
                            summary.customerId(),
                            Row.date(lastDay),
                            expected.frequency(),
                            days.size(),
                            days.isEmpty() ? null : Row.date(days.get(0)),
                            days.isEmpty() ? null : Row.date(days.get(days.size() - 1)),
                            expected.total(),
                            expected.repeat(),
                            2));
            spent += summary.totalMinor();
        }
        boolean drops = rules.refunds() == RefundPolicy.DROP;
        assertThat(spent)
                .isEqualTo(rows.stream()
                        .filter(row -> row.day() <= lastDay && !(drops && row.amount() < 0))
                        .mapToLong(Row::amount)
                        .sum());
    }

    @Property(tries = 600, seed = "1")
    void theReportAccountsForEveryRowAndCustomer(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll @IntRange(max = Draw.LAST_DAY) int lastDay) {
        TransactionLog log = Row.log(rows);
        PurchaseSummaries summaries = PurchaseSummaries.of(log, rules, Row.date(lastDay));
        DataReport report = summaries.dataReport();
        assertThat(report.rowsRead()).isEqualTo(rows.size());
        assertThat(report.customers()).isEqualTo(log.customerCount());
        assertThat(report.afterEnd())
                .isEqualTo(rows.stream().filter(row -> row.day() > lastDay).count());
        assertThat(report.refundsNetted() + report.refundsDropped())
                .isEqualTo(rows.stream()
                        .filter(row -> row.day() <= lastDay && row.amount() < 0)
                        .count());
        assertThat(report.occasions())
                .isEqualTo(
                        summaries.stream().mapToLong(PurchaseSummary::frequency).sum());
        assertThat(report.buyers())
                .isEqualTo(
                        summaries.stream().filter(PurchaseSummary::hasPurchase).count());
        assertThat(summaries.repeatHistories(PeriodUnit.DAY)).hasSize((int) report.buyers());
    }

    @Property(seed = "1")
    void rowsAfterTheEndChangeNothing(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll @IntRange(max = Draw.LAST_DAY) int lastDay) {
        List<Row> early = rows.stream().filter(row -> row.day() <= lastDay).toList();
        PurchaseSummaries all = PurchaseSummaries.of(Row.log(rows), rules, Row.date(lastDay));
        PurchaseSummaries without = PurchaseSummaries.of(Row.log(early), rules, Row.date(lastDay));
        assertThat(all.stream()
                        .filter(s -> early.stream().anyMatch(row -> row.id().equals(s.customerId()))))
                .containsExactlyElementsOf(without);
    }

    @Property(seed = "1")
    void accumulatorsMergedInAnyOrderSayTheSame(
            @ForAll("rows") List<Row> rows,
            @ForAll("rules") PurchaseRules rules,
            @ForAll @IntRange(min = 1, max = 5) int parts,
            @ForAll Random random) {
        TransactionLog log = Row.log(rows);
        PurchaseSummaries summaries = PurchaseSummaries.of(log, rules, Row.date(30));
        DataReport report = DataReport.empty();
        for (PurchaseSummary expected : summaries) {
            List<PurchaseAccumulator> partial = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                partial.add(new PurchaseAccumulator(expected.customerId(), 2));
            }
            // Row by row to any part: the rows of one day are torn apart too.
            rows.stream()
                    .filter(row -> row.id().equals(expected.customerId()))
                    .forEach(row -> partial.get(random.nextInt(parts)).add(row.epochDay(), row.amount()));
            Collections.shuffle(partial, random);
            PurchaseAccumulator merged = partial.stream()
                    .reduce((one, other) -> random.nextBoolean() ? one.merge(other) : other.merge(one))
                    .orElseThrow();
            assertThat(merged.summary(rules, Row.date(30))).isEqualTo(expected);
            PurchaseAccumulator sent = PurchaseAccumulator.ofBytes(merged.toBytes());
            assertThat(sent.summary(rules, Row.date(30))).isEqualTo(expected);
            assertThat(sent.toBytes()).isEqualTo(merged.toBytes());
            assertThat(sent.transactionCount()).isEqualTo(merged.transactionCount());
            DataReport part =
                    sent.dataReport(rules, Row.date(30), log.firstDate().orElseThrow());
            report = random.nextBoolean() ? report.plus(part) : part.plus(report);
        }
        assertThat(report).isEqualTo(summaries.dataReport());
    }

    @Property(seed = "1")
    void theUnitOfMoneyOnlyMovesThePoint(@ForAll("rows") List<Row> rows, @ForAll("rules") PurchaseRules rules) {
        PurchaseSummaries yen = PurchaseSummaries.of(Row.log(rows, 0), rules, Row.date(30));
        PurchaseSummaries thousands = PurchaseSummaries.of(Row.log(rows, 3), rules, Row.date(30));
        assertThat(thousands).hasSameSizeAs(yen);
        for (int c = 0; c < yen.size(); c++) {
            assertThat(thousands.get(c).totalSpend().movePointRight(3))
                    .isEqualByComparingTo(yen.get(c).totalSpend());
            assertThat(thousands.get(c).frequency()).isEqualTo(yen.get(c).frequency());
        }
        assertThat(thousands.concentration().gini())
                .isEqualTo(yen.concentration().gini());
        assertThat(thousands.concentration().topShare(0.2))
                .isEqualTo(yen.concentration().topShare(0.2));
        assertThat(thousands.concentration().lorenz(7))
                .isEqualTo(yen.concentration().lorenz(7));
    }
}
