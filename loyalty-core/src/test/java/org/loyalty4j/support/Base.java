package org.loyalty4j.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.loyalty4j.summary.PurchaseSummary;

/** Bases of customers for scoring, written as raw values. */
public final class Base {
    /** The end of observation. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    /** The raw values of a buyer; frequency 0 is a prospect. */
    public record Raw(int recencyDays, int frequency, long totalMinor) {}

    private Base() {}

    /** A buyer, or with frequency 0 a prospect. */
    public static PurchaseSummary summary(String id, Raw raw, int scale) {
        if (raw.frequency == 0) {
            return new PurchaseSummary(id, AS_OF, 0, 0, null, null, raw.totalMinor, 0, scale);
        }
        LocalDate last = AS_OF.minusDays(raw.recencyDays);
        LocalDate first = last.minusDays(raw.frequency - 1L);
        return new PurchaseSummary(id, AS_OF, raw.frequency, raw.frequency, first, last, raw.totalMinor, 0, scale);
    }

    /** Summaries of ids C0000, C0001, ... */
    public static List<PurchaseSummary> summaries(List<Raw> raws, int scale) {
        return IntStream.range(0, raws.size())
                .mapToObj(i -> summary(String.format(Locale.ROOT, "C%04d", i), raws.get(i), scale))
                .toList();
    }

    /** Summaries of one raw value on all three axes. */
    public static List<PurchaseSummary> ofFrequencies(int... frequencies) {
        return summaries(
                IntStream.of(frequencies).mapToObj(f -> new Raw(100 - f, f, f)).toList(), 0);
    }

    /** Up to 70 customers with many ties, at least one of whom has bought. */
    public static Arbitrary<List<Raw>> raws() {
        Arbitrary<Raw> raw = Combinators.combine(
                        Arbitraries.integers().between(0, 25),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(-5, 30),
                                Arbitraries.longs().between(1, 1_000_000_000L)))
                .as(Raw::new);
        return raw.list().ofMaxSize(70).map(list -> {
            List<Raw> withBuyer = new ArrayList<>(list);
            withBuyer.add(new Raw(3, 1, 7));
            return List.copyOf(withBuyer);
        });
    }
}
