package org.loyalty4j.benchmarks.side;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.loyalty4j.benchmarks.data.ShopRows;
import org.loyalty4j.data.Transaction;

/**
 * RFM scores as one writes them with the streams of the JDK: {@code groupingBy} customer, then netted by day, sorted columns for the
 * ranks. To group by customer and day at once takes twice as long.
 */
final class StreamsRfm implements Side {
    private static final int BINS = 5;

    /** What is known of a buyer. */
    private record Buyer(String id, LocalDate last, int frequency, BigDecimal total) {
        static Stream<Buyer> of(String id, List<Transaction> transactions) {
            Map<LocalDate, BigDecimal> netByDay =
                    transactions.stream().collect(toMap(Transaction::date, Transaction::amount, BigDecimal::add));
            List<LocalDate> days = netByDay.entrySet().stream()
                    .filter(day -> day.getValue().signum() > 0)
                    .map(Map.Entry::getKey)
                    .toList();
            BigDecimal total = netByDay.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return days.stream().max(LocalDate::compareTo).stream()
                    .map(last -> new Buyer(id, last, days.size(), total));
        }
    }

    private final Work work;
    private List<Transaction> transactions = List.of();
    private List<Buyer> buyers = List.of();
    private int[] r = {};
    private int[] f = {};
    private int[] m = {};

    StreamsRfm(Work work) {
        this.work = work;
    }

    @Override
    public void prepare() {
        transactions = new ShopRows(work.rows(), work.customers(), work.seed()).transactions();
    }

    @Override
    public void run() {
        buyers = List.of(); // a run must not hold the buyers of the one before
        Map<String, List<Transaction>> byCustomer =
                transactions.parallelStream().collect(groupingBy(Transaction::customerId));
        buyers = byCustomer.entrySet().parallelStream()
                .flatMap(customer -> Buyer.of(customer.getKey(), customer.getValue()))
                .toList();
        r = scores(buyers, Buyer::last, new LocalDate[0]);
        f = scores(buyers, Buyer::frequency, new Integer[0]);
        m = scores(buyers, Buyer::total, new BigDecimal[0]);
    }

    private static <T extends Comparable<? super T>> int[] scores(
            List<Buyer> buyers, Function<Buyer, T> value, T[] none) {
        T[] sorted = buyers.stream().map(value).toList().toArray(none);
        Arrays.parallelSort(sorted);
        return buyers.parallelStream()
                .mapToInt(buyer -> 1 + (int) ((long) BINS * below(sorted, value.apply(buyer)) / sorted.length))
                .toArray();
    }

    /** How many values are less than the given one. */
    private static <T extends Comparable<? super T>> int below(T[] sorted, T value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle].compareTo(value) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public double[] answer() {
        RfmAnswer answer = new RfmAnswer(work.customers());
        for (int i = 0; i < r.length; i++) {
            answer.add(buyers.get(i).id(), r[i], f[i], m[i]);
        }
        return answer.toArray();
    }

    @Override
    public String version() {
        return "JDK " + Runtime.version().feature();
    }
}
