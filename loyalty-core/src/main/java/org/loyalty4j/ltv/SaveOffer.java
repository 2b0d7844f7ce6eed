package org.loyalty4j.ltv;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;

/**
 * An offer made to keep customers: how often it saves one who would leave, and what it costs. Success is not assumed here: take it
 * from customers who got the offer against others who, by chance, did not.
 *
 * <p>What is expected of an offer to a customer worth V if kept, who leaves with the chance p:
 *
 * <pre>{@code
 * p successRate (V - incentiveCost) - (1 - p) takenByStayers incentiveCost - contactCost
 * }</pre>
 *
 * <p>One who would leave takes the incentive and stays, or leaves without it; one who would stay anyway may take it too, and then it
 * is given away. With all stayers taking it this is the profit on a contacted customer in the source.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if a number is out of range.
 *
 * @param successRate the share of those who would leave whom the offer saves, in [0, 1]
 * @param incentiveCost what the incentive costs where it is taken, in [0, inf)
 * @param contactCost what it costs to make the offer, taken or not, in [0, inf)
 * @param takenByStayers the share of those who would stay anyway who take the incentive, in [0, 1]
 * @see <a href="https://doi.org/10.1509/jmkr.43.2.204">Neslin, Gupta, Kamakura, Lu and Mason (2006)</a>
 */
public record SaveOffer(double successRate, double incentiveCost, double contactCost, double takenByStayers)
        implements Serializable {

    public SaveOffer {
        Checks.inClosed(successRate, 0, 1, "successRate");
        Checks.notNegative(incentiveCost, "incentiveCost");
        Checks.notNegative(contactCost, "contactCost");
        Checks.inClosed(takenByStayers, 0, 1, "takenByStayers");
    }

    /**
     * What making the offer to a customer is expected to gain.
     *
     * @param customer the customer
     * @return the expected gain; negative where the offer costs more than it saves
     */
    public double expectedGain(ValueAtRisk customer) {
        return breakEvenContactCost(customer) - contactCost;
    }

    /**
     * What may be spent on making the offer to a customer before it costs more than it saves.
     *
     * @param customer the customer
     * @return {@code p successRate (V - incentiveCost) - (1 - p) takenByStayers incentiveCost}; not positive where the offer is not
     *     worth making at any cost
     */
    public double breakEvenContactCost(ValueAtRisk customer) {
        double p = customer.churnProbability();
        return p * successRate * (customer.residualValue() - incentiveCost) - (1 - p) * takenByStayers * incentiveCost;
    }

    /**
     * How likely to leave a customer must be for the offer to be worth making.
     *
     * <pre>{@code
     * (contactCost + takenByStayers incentiveCost) / (successRate (V - incentiveCost) + takenByStayers incentiveCost)
     * }</pre>
     *
     * @param residualValue V: what the customer is worth if kept, finite
     * @return the chance to leave from which on the offer gains, in [0, 1]; empty if it gains at none
     * @throws IllegalArgumentException if the value is not finite
     */
    public OptionalDouble breakEvenChurn(double residualValue) {
        Checks.finite(residualValue, "residualValue");
        double givenAway = takenByStayers * incentiveCost;
        double rise = successRate * (residualValue - incentiveCost) + givenAway;
        double cost = contactCost + givenAway;
        if (cost == 0) {
            return rise >= 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        return rise >= cost ? OptionalDouble.of(cost / rise) : OptionalDouble.empty();
    }

    /**
     * Whom to make the offer: those of whom a gain is expected, the largest first, equal ones in the order of their ids.
     *
     * @param customers the customers
     * @return the customers to contact, with what is expected of each
     */
    public SavePlan plan(List<ValueAtRisk> customers) {
        Objects.requireNonNull(customers, "customers");
        List<SaveCase> cases = customers.stream()
                .filter(customer -> expectedGain(customer) > 0)
                .map(customer -> new SaveCase(customer, expectedGain(customer)))
                .sorted(Comparator.comparingDouble(SaveCase::expectedGain)
                        .reversed()
                        .thenComparing(one -> one.customer().customerId()))
                .toList();
        return new SavePlan(this, cases);
    }
}
