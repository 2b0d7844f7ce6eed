package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.loyalty4j.internal.Checks;

/**
 * One stratum of a post-stratification, or several that were collapsed into one.
 *
 * <p>Creating one throws {@link IllegalArgumentException} if it has no name, a count is negative, or more customers answered
 * than are in it.
 *
 * @param names the names of the strata in it, in the order given; more than one where they were collapsed
 * @param customers all customers in it, N_h, in [0, inf)
 * @param respondents those who answered, n_h, in [0, customers]
 */
public record PostStratum(List<String> names, long customers, long respondents) implements Serializable {

    public PostStratum {
        names = List.copyOf(Objects.requireNonNull(names, "names"));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("names must not be empty");
        }
        Checks.notNegative(customers, "customers");
        Checks.partOf(respondents, customers, "respondents");
    }

    /**
     * How many customers each respondent stands for.
     *
     * @return {@code customers / respondents}, in [1, inf); empty without respondents
     */
    public OptionalDouble weight() {
        return respondents == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) customers / respondents);
    }

    /**
     * The stratum as text.
     *
     * @return the names, joined by a plus sign where strata were collapsed
     */
    public String label() {
        return String.join(" + ", names);
    }

    @Override
    public String toString() {
        return label() + ": " + respondents + " of " + customers + " answered";
    }
}
