package org.loyalty4j.cli.simulate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.Transaction;

/**
 * Makes customers up: they join over a period, buy at rates that differ (gamma), spend amounts that differ between and
 * within customers (log-normal and gamma), give some things back, and leave, most of them without a word. How much they
 * like the shop goes with how often they buy, but only loosely (a Gaussian copula with correlation 0.4), so that there
 * are fans who seldom buy and regulars who are not happy.
 *
 * <p>The shop asks them every half year, for three weeks. About four in ten ever answer: rather those who like the shop, those
 * who buy often, and those who have not stopped buying. From one survey to the next feelings drift, and they cool before a
 * customer stops; what is answered differs by some chance from what is felt, as the few show who answer twice. Who likes the
 * shop less leaves with a word more often, up to a quarter after the last purchase.
 *
 * <p>A customer depends on the seed, the period and their index alone, and is the same to the bit on every machine.
 *
 * @param from the first day
 * @param to the last day
 * @param seed any number
 */
public record Simulator(LocalDate from, LocalDate to, long seed) {
    /** How many customers there can be. */
    public static final int MAX_CUSTOMERS = 9_999_999;

    private static final double CORRELATION = 0.4;
    private static final double RATE_SHAPE = 1.2;
    private static final double MEAN_DAYS_BETWEEN_ORDERS = 55;
    private static final double MEAN_LIFETIME_DAYS = 420;
    private static final double PROSPECTS = 0.05;
    private static final double ORDER_SHAPE = 5;
    private static final int LAPSE_DAYS = 90;
    private static final int SURVEY_EVERY_DAYS = 182;
    private static final int SURVEY_DAYS = 21;
    private static final double DRIFT = 0.45;
    private static final int COOLING_DAYS = 120;
    private static final double COOLING = 0.7;
    private static final double ANSWER_NOISE = 0.8;

    public Simulator {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from " + from + ", but was " + to);
        }
    }

    /**
     * Makes one customer up.
     *
     * @param index which one, in [1, 9999999]
     * @return the customer
     * @throws IllegalArgumentException if the index is out of range
     */
    public SimulatedCustomer customer(int index) {
        if (index < 1 || index > MAX_CUSTOMERS) {
            throw new IllegalArgumentException("index must be in [1, " + MAX_CUSTOMERS + "], but was " + index);
        }
        return new Story(index).tell();
    }

    /** The id of a customer: C and seven digits. */
    static String id(int index) {
        return String.valueOf(10_000_000 + index).replaceFirst("1", "C");
    }

    /** The life of one customer, told day by day; days are counted from the first day of the period. */
    private final class Story {
        private final String id;
        private final Draws draws;
        private final int lastDay = (int) (to.toEpochDay() - from.toEpochDay());
        private final List<Transaction> transactions = new ArrayList<>();
        private final List<SurveyResponse> responses = new ArrayList<>();

        Story(int index) {
            id = id(index);
            draws = new Draws(seed, index);
        }

        SimulatedCustomer tell() {
            Draws.Gamma rate = draws.gamma(RATE_SHAPE);
            double behaviour = rate.normal();
            double attitude = CORRELATION * behaviour + StrictMath.sqrt(1 - CORRELATION * CORRELATION) * draws.normal();
            int joined = (int) (StrictMath.pow(draws.uniform(), 1.4) * (lastDay + 1));
            double lifetime =
                    draws.exponential(MEAN_LIFETIME_DAYS) * draws.gamma(2).value() * StrictMath.exp(0.25 * behaviour);
            int gone = (int) Math.min(joined + lifetime, Integer.MAX_VALUE / 2);
            int left = gone + draws.below(LAPSE_DAYS);
            boolean leaves = draws.happens(logistic(-0.7 - 0.5 * attitude)) && left <= lastDay;
            if (!draws.happens(PROSPECTS)) {
                buy(joined, Math.min(gone, lastDay), rate.value(), behaviour);
            }
            if (draws.happens(logistic(0.55 * attitude + 0.35 * behaviour))) {
                answer(joined, gone, leaves ? left - 1 : lastDay, attitude);
            }
            @Nullable LocalDate leftOn = leaves ? day(left) : null;
            transactions.sort(Comparator.comparing(Transaction::date));
            responses.sort(Comparator.comparing(SurveyResponse::date));
            return new SimulatedCustomer(new Customer(id, day(joined), leftOn), transactions, responses);
        }

        private void buy(int joined, int last, double rate, double behaviour) {
            double typical = StrictMath.exp(3.5 + 0.2 * behaviour + 0.55 * draws.normal());
            double at = joined + (draws.happens(0.7) ? 0 : draws.exponential(12));
            while (at < last + 1.0) {
                order((int) at, typical * draws.gamma(ORDER_SHAPE).value());
                at += draws.exponential(MEAN_DAYS_BETWEEN_ORDERS / rate);
            }
        }

        private void order(int day, double amount) {
            long cents = Math.max(100, cents(amount));
            long rest = cents;
            while (draws.happens(0.15) && rest >= 200) {
                long part = 50 + (long) (draws.uniform() * (rest / 2.0 - 50));
                add(day, part);
                rest -= part;
            }
            add(day, rest);
            if (draws.happens(0.01)) {
                add(day, 0);
            }
            if (draws.happens(0.03)) {
                int back = draws.happens(0.3) ? day : day + 1 + draws.below(21);
                long refund = draws.happens(0.5) ? cents : Math.max(1, cents(amount * draws.uniform()));
                if (back <= lastDay) {
                    add(back, -Math.min(refund, cents));
                }
            }
        }

        /** Answers the surveys of the time on the books, or some of them. */
        private void answer(int joined, int gone, int last, double attitude) {
            double mood = 0;
            int newest = lastDay - 30;
            for (int start = Math.floorMod(newest, SURVEY_EVERY_DAYS); start <= newest; start += SURVEY_EVERY_DAYS) {
                mood += DRIFT * draws.normal();
                double cooled = start + COOLING_DAYS > gone ? COOLING : 0;
                boolean answers = draws.happens(start <= gone ? 0.75 : 0.3);
                int day = start + draws.below(SURVEY_DAYS);
                if (answers && day >= joined && day <= last) {
                    double felt = 7.9 + 2.0 * (attitude + mood - cooled);
                    add(day, felt);
                    if (draws.happens(0.12)) {
                        add(Math.min(last, day + 1 + draws.below(10)), felt);
                    }
                }
            }
        }

        private void add(int day, double felt) {
            double said = StrictMath.floor(felt + ANSWER_NOISE * draws.normal() + 0.5);
            responses.add(new SurveyResponse(id, day(day), (int) Math.max(0, Math.min(10, said))));
        }

        private void add(int day, long cents) {
            transactions.add(new Transaction(id, day(day), BigDecimal.valueOf(cents, 2)));
        }

        private LocalDate day(int days) {
            return from.plusDays(days);
        }
    }

    private static long cents(double amount) {
        return (long) StrictMath.floor(100 * amount + 0.5);
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
