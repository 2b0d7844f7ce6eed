package org.loyalty4j.rfm;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.loyalty4j.internal.Checks;
import org.loyalty4j.internal.PairCounts;
import org.loyalty4j.summary.PurchaseSummaries;
import org.loyalty4j.summary.PurchaseSummary;

/**
 * How many of the buyers have each recency, frequency and monetary value: all that independent cut points are found from, and
 * much less than the customers. Prospects are not in it.
 *
 * <p>Immutable; the same for any order of the customers, however they were divided and the parts added up. So the cut points
 * of a base that no machine holds are exact:
 *
 * <pre>{@code
 * RfmDistribution base = one.plus(other);
 * RfmScale scale = RfmScorer.withDefaults().fit(base);
 * }</pre>
 */
public final class RfmDistribution implements Serializable {
    private static final long serialVersionUID = 1L;

    private final MonetaryBasis monetaryBasis;
    private final AxisDistribution recencyDays;
    private final AxisDistribution frequency;
    private final AxisDistribution monetary;

    private RfmDistribution(
            MonetaryBasis monetaryBasis,
            AxisDistribution recencyDays,
            AxisDistribution frequency,
            AxisDistribution monetary) {
        this.monetaryBasis = monetaryBasis;
        this.recencyDays = recencyDays;
        this.frequency = frequency;
        this.monetary = monetary;
    }

    /**
     * Gathers customers one by one. Mutable, for one thread; serializable, so that it may be the buffer of an aggregation on a
     * cluster.
     */
    public static final class Builder implements Serializable {
        private static final long serialVersionUID = 1L;

        private final MonetaryBasis monetaryBasis;
        private final transient PairCounts recencyDays = new PairCounts(); // by value; the second number is 0
        private final transient PairCounts frequency = new PairCounts();
        private final transient PairCounts monetary = new PairCounts();

        private Builder(MonetaryBasis monetaryBasis) {
            this.monetaryBasis = monetaryBasis;
        }

        /**
         * Adds a customer; a prospect is passed over.
         *
         * @param summary the customer's purchases
         * @return this builder
         */
        public Builder add(PurchaseSummary summary) {
            summary.recencyDays().ifPresent(days -> {
                add(days, summary.frequency(), monetaryBasis.of(summary));
            });
            return this;
        }

        private void add(double days, double orders, double money) {
            recencyDays.add(AxisDistribution.keyOf(days), 0);
            frequency.add(AxisDistribution.keyOf(orders), 0);
            monetary.add(AxisDistribution.keyOf(money), 0);
        }

        /**
         * Adds the customers of a distribution.
         *
         * @param other a distribution of the same monetary basis
         * @return this builder
         * @throws IllegalArgumentException if the monetary bases differ
         */
        public Builder add(RfmDistribution other) {
            requireBasis(monetaryBasis, other);
            other.recencyDays.addTo(recencyDays);
            other.frequency.addTo(frequency);
            other.monetary.addTo(monetary);
            return this;
        }

        /** Adds the buyers of a list in columns. */
        private Builder add(PurchaseSummaries summaries) {
            RfmColumns columns = RfmColumns.of(summaries, monetaryBasis);
            for (int c = 0; c < columns.customers(); c++) {
                if (columns.isBuyer(c)) {
                    add(columns.recencyDays(c), columns.frequency(c), columns.monetary(c));
                }
            }
            return this;
        }

        /**
         * What was added so far.
         *
         * @return the distribution; this builder may go on
         */
        public RfmDistribution build() {
            return new RfmDistribution(
                    monetaryBasis,
                    AxisDistribution.of(RfmAxis.RECENCY, recencyDays),
                    AxisDistribution.of(RfmAxis.FREQUENCY, frequency),
                    AxisDistribution.of(RfmAxis.MONETARY, monetary));
        }

        /** What was added so far travels as a distribution, not as tables with room to grow. */
        private Object writeReplace() {
            return new Contents(build());
        }

        private void readObject(ObjectInputStream in) throws InvalidObjectException {
            throw new InvalidObjectException("a builder is read from its contents");
        }

        @Override
        public String toString() {
            return "RfmDistribution.Builder: " + build();
        }
    }

    private record Contents(RfmDistribution distribution) implements Serializable {
        private Object readResolve() {
            return builder(distribution.monetaryBasis).add(distribution);
        }
    }

    /**
     * A builder without customers.
     *
     * @param monetaryBasis what M measures
     * @return the builder
     */
    public static Builder builder(MonetaryBasis monetaryBasis) {
        return new Builder(Objects.requireNonNull(monetaryBasis, "monetaryBasis"));
    }

    /**
     * The distribution of the buyers among some customers.
     *
     * @param summaries one summary a customer
     * @param monetaryBasis what M measures
     * @return the distribution
     */
    public static RfmDistribution of(List<PurchaseSummary> summaries, MonetaryBasis monetaryBasis) {
        Builder builder = builder(monetaryBasis);
        if (summaries instanceof PurchaseSummaries columns) {
            return builder.add(columns).build();
        }
        Checks.forEach(summaries, "summaries", builder::add);
        return builder.build();
    }

    /**
     * Adds the customers of another distribution.
     *
     * @param other a distribution of the same monetary basis
     * @return the customers of both
     * @throws IllegalArgumentException if the monetary bases differ
     */
    public RfmDistribution plus(RfmDistribution other) {
        requireBasis(monetaryBasis, other);
        return new RfmDistribution(
                monetaryBasis,
                recencyDays.plus(other.recencyDays),
                frequency.plus(other.frequency),
                monetary.plus(other.monetary));
    }

    private static void requireBasis(MonetaryBasis expected, RfmDistribution other) {
        if (other.monetaryBasis != expected) {
            throw new IllegalArgumentException(
                    "monetaryBasis must be " + expected + " in both, but was " + other.monetaryBasis);
        }
    }

    /**
     * What M measures.
     *
     * @return the basis
     */
    public MonetaryBasis monetaryBasis() {
        return monetaryBasis;
    }

    /**
     * The number of customers with a purchase.
     *
     * @return the count, in [0, inf)
     */
    public long buyers() {
        return recencyDays.customers();
    }

    /**
     * How many customers have each value on an axis.
     *
     * @param axis the axis
     * @return its distribution
     */
    public AxisDistribution on(RfmAxis axis) {
        return switch (axis) {
            case RECENCY -> recencyDays;
            case FREQUENCY -> frequency;
            case MONETARY -> monetary;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RfmDistribution that
                && monetaryBasis == that.monetaryBasis
                && recencyDays.equals(that.recencyDays)
                && frequency.equals(that.frequency)
                && monetary.equals(that.monetary);
    }

    @Override
    public int hashCode() {
        return Objects.hash(monetaryBasis, recencyDays, frequency, monetary);
    }

    @Override
    public String toString() {
        return "RfmDistribution of " + buyers() + " buyers: " + recencyDays.size() + " distinct recencies, "
                + frequency.size() + " frequencies, " + monetary.size() + " monetary values (" + monetaryBasis + ")";
    }
}
