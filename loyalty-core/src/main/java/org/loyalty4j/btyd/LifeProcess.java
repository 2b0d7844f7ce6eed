package org.loyalty4j.btyd;

import java.io.Serializable;
import java.util.function.DoubleConsumer;
import org.loyalty4j.internal.math.Draws;

/** How a customer goes on buying whose rate and dropout are known only as distributions: what a simulation draws from. */
sealed interface LifeProcess extends Serializable {

    /** The process of a customer with x purchases, the last at {@code tx}, until {@code until}; all 0 for a new customer. */
    static LifeProcess of(PurchaseModel<?> model, int x, double tx, double until) {
        double alive = Kernel.of(model).probabilityAlive(x, tx, until);
        if (model instanceof BgNbd m) {
            return new Coins(alive, Phases.of(1, m.r(), m.alpha(), x, tx, until), m.a(), m.b() + x);
        }
        if (model instanceof MbgNbd m) {
            return new Coins(alive, Phases.of(1, m.r(), m.alpha(), x, tx, until), m.a(), m.b() + 1 + x);
        }
        if (model instanceof BgCnbd m) {
            return new Coins(alive, Phases.of(m.k(), m.r(), m.alpha(), x, tx, until), m.a(), m.b() + x);
        }
        if (model instanceof MbgCnbd m) {
            return new Coins(alive, Phases.of(m.k(), m.r(), m.alpha(), x, tx, until), m.a(), m.b() + 1 + x);
        }
        if (model instanceof ParetoNbd m) {
            return new Lifetime(alive, Phases.of(1, m.r(), m.alpha(), x, tx, until), m.s(), m.beta() + until);
        }
        Nbd m = (Nbd) model;
        return new Endless(Phases.of(1, m.r(), m.alpha(), x, tx, until));
    }

    /** Draws the purchases in (0, until] in order of time, and whether the customer is alive at the end. */
    boolean draw(Draws draws, double until, DoubleConsumer purchase);

    /** The customer drops out at a purchase, with a probability drawn from Beta(a, b). */
    record Coins(double alive, Phases phases, double a, double b) implements LifeProcess {
        @Override
        public boolean draw(Draws draws, double until, DoubleConsumer purchase) {
            if (!draws.happens(alive)) {
                return false;
            }
            double dropout = draws.beta(a, b);
            Phases.Clock clock = phases.start(draws);
            while (clock.next(draws) <= until) {
                purchase.accept(clock.now());
                if (draws.happens(dropout)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The customer drops out after an exponential lifetime, its rate drawn from Gamma(s, beta). */
    record Lifetime(double alive, Phases phases, double s, double beta) implements LifeProcess {
        @Override
        public boolean draw(Draws draws, double until, DoubleConsumer purchase) {
            if (!draws.happens(alive)) {
                return false;
            }
            double end = draws.exponential() * StrictMath.exp(StrictMath.log(beta) - draws.logGamma(s));
            Phases.Clock clock = phases.start(draws);
            while (clock.next(draws) <= Math.min(until, end)) {
                purchase.accept(clock.now());
            }
            return end > until;
        }
    }

    /** The customer never drops out. */
    record Endless(Phases phases) implements LifeProcess {
        @Override
        public boolean draw(Draws draws, double until, DoubleConsumer purchase) {
            Phases.Clock clock = phases.start(draws);
            while (clock.next(draws) <= until) {
                purchase.accept(clock.now());
            }
            return true;
        }
    }
}
