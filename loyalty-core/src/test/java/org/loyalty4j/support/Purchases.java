package org.loyalty4j.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.loyalty4j.data.MergePolicy;
import org.loyalty4j.data.PurchaseRules;
import org.loyalty4j.data.RefundPolicy;
import org.loyalty4j.data.ZeroAmountPolicy;

/**
 * One customer's purchases by the written rules, coin by coin and without any care for speed: what the library is compared
 * with. A day's purchases are a pile of coins; a refund takes coins off the latest piles.
 */
public record Purchases(int frequency, List<Integer> days, List<Long> spent, long total, long repeat) {

    private static final class Day {
        private final List<Long> rows = new ArrayList<>();
        private long pile;
        private int occasions;
    }

    /** Reads rows of one customer, in any order. */
    public static Purchases of(List<Row> rows, PurchaseRules rules, int lastDay) {
        TreeMap<Integer, Day> days = new TreeMap<>();
        long total = 0;
        for (Row row : rows) {
            boolean dropped = rules.refunds() == RefundPolicy.DROP && row.amount() < 0;
            if (row.day() <= lastDay && !dropped) {
                days.computeIfAbsent(row.day(), d -> new Day()).rows.add(row.amount());
                total += row.amount();
            }
        }
        for (Map.Entry<Integer, Day> entry : days.entrySet()) {
            Day day = entry.getValue();
            long net = day.rows.stream().mapToLong(Long::longValue).sum();
            boolean onlyZeros = day.rows.stream().allMatch(amount -> amount == 0);
            boolean zerosCount = rules.zeroAmounts() == ZeroAmountPolicy.OCCASION;
            if (net > 0 || (onlyZeros && zerosCount)) {
                day.pile = net;
                long counting = day.rows.stream()
                        .filter(amount -> amount > 0 || (amount == 0 && zerosCount))
                        .count();
                day.occasions = rules.merge() == MergePolicy.EACH_ROW ? (int) counting : 1;
            }
            if (net < 0 && rules.refunds() == RefundPolicy.NET_AGAINST_PRIOR) {
                takeCoins(days.headMap(entry.getKey()), -net);
            }
        }
        List<Map.Entry<Integer, Day>> kept =
                days.entrySet().stream().filter(e -> e.getValue().occasions > 0).toList();
        return new Purchases(
                kept.stream().mapToInt(e -> e.getValue().occasions).sum(),
                kept.stream().map(Map.Entry::getKey).toList(),
                kept.stream().map(e -> e.getValue().pile).toList(),
                total,
                kept.stream().skip(1).mapToLong(e -> e.getValue().pile).sum());
    }

    private static void takeCoins(Map<Integer, Day> earlier, long coins) {
        List<Integer> latestFirst =
                earlier.keySet().stream().sorted(Comparator.reverseOrder()).toList();
        long left = coins;
        while (left > 0) {
            Day pile = latestFirst.stream()
                    .map(earlier::get)
                    .filter(day -> day.pile > 0)
                    .findFirst()
                    .orElse(null);
            if (pile == null) {
                return;
            }
            pile.pile--;
            left--;
            if (pile.pile == 0) {
                pile.occasions = 0;
            }
        }
    }
}
