package org.loyalty4j.rfm;

import java.io.Serializable;
import java.util.List;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;

/** The raw values of some customers, in columns; those of a prospect are not to be asked for. */
sealed interface RfmColumns extends Serializable {

    /** The columns of a list: of one that is made of columns these themselves, without a copy. */
    static RfmColumns of(List<PurchaseSummary> summaries, MonetaryBasis basis) {
        return summaries instanceof PurchaseSummaries columns
                ? new Shared(columns, basis)
                : Copied.of(summaries, basis);
    }

    /** The number of customers, prospects included. */
    int customers();

    boolean isBuyer(int customer);

    String customerId(int customer);

    int recencyDays(int customer);

    int frequency(int customer);

    /** Money spent, in the major unit, by the basis asked for. */
    double monetary(int customer);

    /** The customers with a purchase, ascending. */
    default int[] buyers() {
        int customers = customers();
        int count = 0;
        for (int c = 0; c < customers; c++) {
            count += isBuyer(c) ? 1 : 0;
        }
        int[] buyers = new int[count];
        for (int c = 0, buyer = 0; buyer < count; c++) {
            if (isBuyer(c)) {
                buyers[buyer++] = c;
            }
        }
        return buyers;
    }

    /** The columns of summaries that stay where they are. */
    record Shared(PurchaseSummaries summaries, MonetaryBasis basis) implements RfmColumns {
        @Override
        public int customers() {
            return summaries.size();
        }

        @Override
        public boolean isBuyer(int customer) {
            return summaries.hasPurchase(customer);
        }

        @Override
        public String customerId(int customer) {
            return summaries.customerId(customer);
        }

        @Override
        public int recencyDays(int customer) {
            return summaries.recencyDays(customer);
        }

        @Override
        public int frequency(int customer) {
            return summaries.frequency(customer);
        }

        @Override
        public double monetary(int customer) {
            return basis.of(summaries.totalMinor(customer), summaries.frequency(customer), summaries.scale());
        }
    }

    /** The values of records, copied into columns. */
    record Copied(String[] customerIds, int[] recency, int[] occasions, double[] spend) implements RfmColumns {
        static Copied of(List<PurchaseSummary> summaries, MonetaryBasis basis) {
            int customers = summaries.size();
            Copied columns =
                    new Copied(new String[customers], new int[customers], new int[customers], new double[customers]);
            int c = 0;
            for (PurchaseSummary summary : summaries) {
                columns.customerIds[c] = summary.customerId();
                columns.recency[c] = summary.recencyDays().orElse(0);
                columns.occasions[c] = summary.frequency();
                columns.spend[c++] = summary.hasPurchase() ? basis.of(summary) : 0;
            }
            return columns;
        }

        @Override
        public int customers() {
            return customerIds.length;
        }

        @Override
        public boolean isBuyer(int customer) {
            return occasions[customer] > 0;
        }

        @Override
        public String customerId(int customer) {
            return customerIds[customer];
        }

        @Override
        public int recencyDays(int customer) {
            return recency[customer];
        }

        @Override
        public int frequency(int customer) {
            return occasions[customer];
        }

        @Override
        public double monetary(int customer) {
            return spend[customer];
        }
    }
}
