package org.loyalty4j.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.loyalty4j.DiscountRate;
import org.loyalty4j.Horizon;
import org.loyalty4j.cli.input.Progress;
import org.loyalty4j.cli.output.CustomersCsv;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.profile.BehaviourMeasure;
import org.loyalty4j.profile.ForecastPlan;
import org.loyalty4j.profile.LoyaltyAnalysis;

/** The same rows give the same bytes, in whatever order and from however many pieces they come. */
class CustomersCsvPropertyTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);

    @Provide
    Arbitrary<List<Transaction>> rows() {
        return rows(1);
    }

    /** Enough for most customers to have come back. */
    @Provide
    Arbitrary<List<Transaction>> manyRows() {
        return rows(100);
    }

    private static Arbitrary<List<Transaction>> rows(int fewest) {
        Arbitrary<String> ids = Arbitraries.integers().between(1, 25).map(i -> "C" + i);
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 99).map(FIRST::plusDays);
        Arbitrary<BigDecimal> amounts =
                Arbitraries.longs().between(-3_000, 9_000).map(cents -> BigDecimal.valueOf(cents, 2));
        return Combinators.combine(ids, days, amounts)
                .as(Transaction::new)
                .list()
                .ofMinSize(fewest)
                .ofMaxSize(200)
                .map(rows -> {
                    List<Transaction> withBuyer = new ArrayList<>(rows);
                    withBuyer.add(new Transaction("C0", FIRST, BigDecimal.TEN));
                    return withBuyer;
                });
    }

    @Provide
    Arbitrary<List<SurveyResponse>> responses() {
        Arbitrary<String> ids = Arbitraries.integers().between(1, 30).map(i -> "C" + i);
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 99).map(FIRST::plusDays);
        return Combinators.combine(ids, days, Arbitraries.integers().between(0, 10))
                .as(SurveyResponse::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 300, seed = "1")
    void shuffledAndSplitRowsGiveTheSameBytes(
            @ForAll("rows") List<Transaction> rows,
            @ForAll("responses") List<SurveyResponse> responses,
            @ForAll RefundPolicy policy,
            @ForAll long seed) {
        LoyaltyAnalysis analysis = LoyaltyAnalysis.withDefaults()
                .withRules(PurchaseRules.withDefaults()
                        .withRefunds(policy == RefundPolicy.REJECT ? RefundPolicy.DROP : policy));
        String expected = csv(analysis, TransactionLog.of(rows), responses);

        Random random = new Random(seed);
        List<Transaction> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        List<SurveyResponse> otherOrder = new ArrayList<>(responses);
        Collections.shuffle(otherOrder, random);
        assertThat(csv(analysis, TransactionLog.of(shuffled), otherOrder)).isEqualTo(expected);

        List<TransactionLog> pieces = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(60));
            pieces.add(TransactionLog.of(shuffled.subList(from, to)));
            from = to;
        }
        Collections.shuffle(pieces, random);
        TransactionLog merged = pieces.stream().reduce(TransactionLog::merge).orElseThrow();
        assertThat(csv(analysis, merged, responses)).isEqualTo(expected);
    }

    /** With a model fitted, every digit of its forecasts, values and chances included. */
    @Property(tries = 25, seed = "1")
    void forecastsDoNotDependOnTheOrderEither(
            @ForAll("manyRows") List<Transaction> rows,
            @ForAll("responses") List<SurveyResponse> responses,
            @ForAll BehaviourMeasure measure,
            @ForAll long seed) {
        LoyaltyAnalysis analysis = LoyaltyAnalysis.withDefaults()
                .withBehaviour(measure)
                .withForecast(ForecastPlan.within(Horizon.days(60)))
                .withValue(0.4, Horizon.days(60), DiscountRate.annual(0.1));
        List<Transaction> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        List<SurveyResponse> otherOrder = new ArrayList<>(responses);
        Collections.shuffle(otherOrder, new Random(seed));
        String expected = csv(analysis, TransactionLog.of(rows), responses);
        assertThat(column(expected, "value_at_risk")).anyMatch(value -> !value.isEmpty());
        assertThat(csv(analysis, TransactionLog.of(shuffled), otherOrder)).isEqualTo(expected);
    }

    private static Stream<String> column(String csv, String name) {
        List<String> lines = csv.lines().toList();
        int place = List.of(lines.get(0).split(",")).indexOf(name);
        return lines.stream().skip(1).map(line -> line.split(",", -1)[place]);
    }

    private static String csv(LoyaltyAnalysis analysis, TransactionLog log, List<SurveyResponse> responses) {
        StringWriter csv = new StringWriter();
        try {
            CustomersCsv.write(analysis.run(log, responses, AS_OF), 3, csv, Progress.NONE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return csv.toString();
    }
}
