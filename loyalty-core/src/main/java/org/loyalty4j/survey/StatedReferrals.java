package org.loyalty4j.survey;

import java.io.Serializable;
import java.util.Locale;
import org.loyalty4j.internal.Checks;

/**
 * What referrals would bring at rates that somebody states, where no referrals are observed.
 *
 * <p>There is no interval: an assumption has none. Creating one throws {@link IllegalArgumentException} if a number is not finite.
 *
 * @param perPromoter customers whom a promoter brings in the window, finite
 * @param perPassive customers whom a passive brings, finite
 * @param perDetractor customers whom a detractor brings, finite; below zero where detractors are held to keep some away
 * @param referredValue what a customer who was referred is worth in the window, finite
 */
public record StatedReferrals(double perPromoter, double perPassive, double perDetractor, double referredValue)
        implements Serializable {

    public StatedReferrals {
        Checks.finite(perPromoter, "perPromoter");
        Checks.finite(perPassive, "perPassive");
        Checks.finite(perDetractor, "perDetractor");
        Checks.finite(referredValue, "referredValue");
    }

    /**
     * What the referrals of one customer of a group bring.
     *
     * @param group promoters, passives or detractors
     * @return {@code customers brought * referredValue}
     */
    public double valuePerCustomer(NpsGroup group) {
        double brought = switch (group) {
            case PROMOTER -> perPromoter;
            case PASSIVE -> perPassive;
            case DETRACTOR -> perDetractor;
        };
        return brought * referredValue;
    }

    /**
     * What the referrals of all customers counted bring.
     *
     * @param nps how many of each group there are
     * @return the sum over the three groups
     */
    public double valueOf(Nps nps) {
        return nps.promoters() * valuePerCustomer(NpsGroup.PROMOTER)
                + nps.passives() * valuePerCustomer(NpsGroup.PASSIVE)
                + nps.detractors() * valuePerCustomer(NpsGroup.DETRACTOR);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Stated: %s customers per promoter, %s per passive, %s per detractor, each worth %s",
                perPromoter,
                perPassive,
                perDetractor,
                referredValue);
    }
}
