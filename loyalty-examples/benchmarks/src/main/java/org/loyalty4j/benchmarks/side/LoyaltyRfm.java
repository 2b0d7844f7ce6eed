package org.loyalty4j.benchmarks.side;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.benchmarks.data.ShopCsv;
import org.loyalty4j.benchmarks.data.ShopId;
import org.loyalty4j.benchmarks.data.ShopRows;
import org.loyalty4j.data.Transaction;
import org.loyalty4j.data.TransactionLog;
import org.loyalty4j.rfm.RfmScorer;
import org.loyalty4j.rfm.RfmScores;
import org.loyalty4j.summary.PurchaseSummaries;

/** RFM scores by this library, from the first row to the last score. */
abstract class LoyaltyRfm implements Side {
    final Work work;
    final ShopRows shop;

    private @Nullable RfmScores scores;

    LoyaltyRfm(Work work) {
        this.work = work;
        this.shop = new ShopRows(work.rows(), work.customers(), work.seed());
    }

    /** Brings the rows into the order of a log. */
    abstract TransactionLog log() throws IOException;

    @Override
    public void run() throws IOException {
        scores = null; // a run must not hold the scores of the one before
        PurchaseSummaries summaries = Logs.summaries(log(), ShopRows.AS_OF, work.threads());
        scores = RfmScorer.withDefaults().withParallelism(work.threads()).score(summaries);
    }

    @Override
    public double[] answer() {
        return RfmAnswer.of(Objects.requireNonNull(scores), work.customers());
    }

    @Override
    public String version() {
        return "loyalty";
    }

    /** From columns, the ids as numbers without gaps. */
    static final class IntIds extends LoyaltyRfm {
        private int[] customer = {};
        private int[] day = {};
        private long[] amount = {};

        IntIds(Work work) {
            super(work);
        }

        @Override
        public void prepare() {
            customer = shop.customerColumn();
            day = shop.dayColumn();
            amount = shop.amountColumn();
        }

        @Override
        TransactionLog log() {
            return Logs.of(customer, day, amount, work.threads());
        }
    }

    /** From columns, the ids as texts, one object a row as a reader gives them. */
    static final class TextIds extends LoyaltyRfm {
        private String[] customer = {};
        private int[] day = {};
        private long[] amount = {};

        TextIds(Work work) {
            super(work);
        }

        @Override
        public void prepare() {
            customer = new String[shop.rows()];
            day = shop.dayColumn();
            amount = shop.amountColumn();
        }

        /** A text knows its hash once it was asked for; those of a new reading do not. */
        @Override
        public void refresh() {
            Arrays.setAll(customer, row -> ShopRows.textId(shop.customer(row)));
        }

        @Override
        TransactionLog log() {
            return Logs.of(customer, day, amount, work.threads());
        }
    }

    /** From records. */
    static final class Records extends LoyaltyRfm {
        private List<Transaction> transactions = List.of();

        Records(Work work) {
            super(work);
        }

        @Override
        public void prepare() {
            transactions = shop.transactions();
        }

        @Override
        TransactionLog log() {
            return Logs.of(transactions, work.threads());
        }
    }

    /** From a file. */
    static final class Csv extends LoyaltyRfm {
        private final ShopId ids;
        private @Nullable Path file;

        Csv(Work work, ShopId ids) {
            super(work);
            this.ids = ids;
        }

        @Override
        public void prepare() throws IOException {
            file = ShopCsv.in(work.folder(), shop, ids);
        }

        @Override
        TransactionLog log() {
            return Logs.read(Objects.requireNonNull(file));
        }
    }
}
