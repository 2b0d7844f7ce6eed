package org.loyalty4j.data;

import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.MinorUnits;

/** Transactions turned into columns as their ids are read. */
final class TransactionColumns extends TextColumn {
    private final List<Transaction> transactions;
    private final int scale;
    private final TextKeys textKeys;
    private final int[] epochDay;
    private final long[] minorUnits;

    TransactionColumns(List<Transaction> transactions, int scale) {
        // A list that has to be walked is walked once.
        this.transactions = transactions instanceof RandomAccess ? transactions : new ArrayList<>(transactions);
        this.scale = scale;
        this.textKeys = TextKeys.forRows(this.transactions.size(), this::idOrNull);
        this.epochDay = new int[this.transactions.size()];
        this.minorUnits = new long[epochDay.length];
    }

    @Override
    public int rows() {
        return epochDay.length;
    }

    @Override
    String id(int row) {
        return transactions.get(row).customerId();
    }

    private @Nullable String idOrNull(int row) {
        Transaction transaction = transactions.get(row);
        return transaction == null ? null : transaction.customerId();
    }

    @Override
    public void read(int from, int to, long[] keys) {
        for (int row = from; row < to; row++) {
            Transaction transaction = transactions.get(row);
            if (transaction == null) {
                throw new NullPointerException("transactions[" + row + "]");
            }
            try {
                epochDay[row] = Checks.epochDay(transaction.date(), "date");
                minorUnits[row] = MinorUnits.of(transaction.amount(), scale);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("transactions[" + row + "]." + e.getMessage(), e);
            }
            keys[row - from] = textKeys.of(transaction.customerId());
        }
    }

    int[] epochDay() {
        return epochDay;
    }

    long[] minorUnits() {
        return minorUnits;
    }
}
