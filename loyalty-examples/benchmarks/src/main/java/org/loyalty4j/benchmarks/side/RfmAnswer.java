package org.loyalty4j.benchmarks.side;

import org.loyalty4j.benchmarks.data.ShopId;
import org.loyalty4j.rfm.RfmScore;
import org.loyalty4j.rfm.RfmScores;

/** Scores as an answer: for each customer by number 100 R + 10 F + M, and 0 without a purchase. */
final class RfmAnswer {
    private final double[] byCustomer;

    RfmAnswer(int customers) {
        this.byCustomer = new double[customers];
    }

    void add(String id, int r, int f, int m) {
        byCustomer[ShopId.customerOf(id)] = 100 * r + 10 * f + m;
    }

    double[] toArray() {
        return byCustomer;
    }

    static double[] of(RfmScores scores, int customers) {
        RfmAnswer answer = new RfmAnswer(customers);
        for (RfmScore score : scores.scores()) {
            answer.add(score.customerId(), score.r(), score.f(), score.m());
        }
        return answer.toArray();
    }
}
