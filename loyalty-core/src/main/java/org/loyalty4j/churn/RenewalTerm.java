package org.loyalty4j.churn;

/** The chance to stay and the chance to leave at one renewal, as logarithms, with first and second derivatives. */
final class RenewalTerm {
    double logStay;
    double logLeave;
    final double[] stay;
    final double[] leave;
    final double[][] stay2;
    final double[][] leave2;

    RenewalTerm(int dimension) {
        stay = new double[dimension];
        leave = new double[dimension];
        stay2 = new double[dimension][dimension];
        leave2 = new double[dimension][dimension];
    }

    /** Turns derivatives by positive parameters into those by their logarithms. */
    static void toLogarithms(double[] parameters, double[] first, double[][] second) {
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < first.length; j++) {
                second[i][j] *= parameters[i] * parameters[j];
            }
        }
        for (int i = 0; i < first.length; i++) {
            first[i] *= parameters[i];
            second[i][i] += first[i];
        }
    }

    /** Fills the chance to leave from that to stay. */
    void leaveFromStay() {
        double leaving = -StrictMath.expm1(logStay);
        logLeave = StrictMath.log(leaving);
        double odds = StrictMath.exp(logStay) / leaving;
        for (int i = 0; i < stay.length; i++) {
            leave[i] = -odds * stay[i];
            for (int j = 0; j < stay.length; j++) {
                leave2[i][j] = -odds * (stay2[i][j] + stay[i] * stay[j] / leaving);
            }
        }
    }

    /** Adds the logarithm of the probability that so many stayed and so many left. */
    double addTo(double[] gradient, double[][] hessian, double kept, double lost) {
        double sum = 0;
        if (kept > 0) {
            sum += kept * logStay;
            add(gradient, hessian, kept, stay, stay2);
        }
        if (lost > 0) {
            sum += lost * logLeave;
            add(gradient, hessian, lost, leave, leave2);
        }
        return sum;
    }

    private static void add(double[] gradient, double[][] hessian, double weight, double[] first, double[][] second) {
        for (int i = 0; i < first.length; i++) {
            gradient[i] += weight * first[i];
            for (int j = 0; j < first.length; j++) {
                hessian[i][j] += weight * second[i][j];
            }
        }
    }
}
