package org.loyalty4j.btyd;

/**
 * One of the two integrals of {@link ParetoRun}, from each age of a grid to the last: in units of h at the age, with the means
 * of a, u, c, v (see {@link ParetoPanels}) under the integrand, as rises since the age, and their covariances. Summed
 * backwards over the panels: what is left after a panel is joined to it as one part of a population to another, from the
 * difference of their means (Chan, Golub and LeVeque 1983). Nothing cancels, and nothing overflows. Reused over the x of a piece of the data.
 */
final class ParetoTail {
    private static final int STATE = 1 + ParetoPanels.MOMENTS;

    private final ParetoPanels panels;
    private final boolean ofPurchases;
    private final double[][] weight;
    private final double[][] sum;
    private final double[] state;

    private int x;
    private double ofRate; // the exponents of alpha + y and beta + y
    private double ofScale;

    ParetoTail(ParetoPanels panels, boolean ofPurchases) {
        this.panels = panels;
        this.ofPurchases = ofPurchases;
        weight = new double[panels.nodes][panels.points - 1];
        sum = new double[STATE][panels.points - 1];
        state = new double[STATE * panels.points];
    }

    /** Sums from each point from {@code from} on to {@code end}. The survival is h at the nodes and ends of panels, their starts being 1. */
    void tabulate(int purchases, double[][] survival, int from, int end) {
        x = purchases;
        ofRate = panels.r + x + (ofPurchases ? 1 : 0);
        ofScale = panels.s + (ofPurchases ? 0 : 1);
        double[][] event = ofPurchases ? panels.purchase : panels.dropout;
        double factor = ofPurchases ? panels.r + x : 1;
        for (int k = 0; k < weight.length; k++) {
            multiply(weight[k], survival[k], event[k], factor, from, end);
        }
        for (int k = 0; k < weight.length; k += 4) {
            addFour(k, from, end);
        }
        join(survival[weight.length], from, end);
    }

    private static void multiply(double[] product, double[] one, double[] other, double factor, int from, int end) {
        for (int i = from; i < end; i++) {
            product[i] = one[i] * (other[i] * factor);
        }
    }

    /** Adds four nodes to the sums of all panels; the loops are over the panels, so that the compiler does several at once. */
    private void addFour(int k, int from, int end) {
        double keep = k == 0 ? 0 : 1;
        double[] w0 = weight[k];
        double[] w1 = weight[k + 1];
        double[] w2 = weight[k + 2];
        double[] w3 = weight[k + 3];
        double[] mass = sum[0];
        for (int i = from; i < end; i++) {
            mass[i] = keep * mass[i] + ((w0[i] + w1[i]) + (w2[i] + w3[i]));
        }
        for (int m = 0; m < ParetoPanels.MOMENTS; m++) {
            double[][] f = panels.moment[m];
            addFour(sum[m + 1], keep, w0, f[k], w1, f[k + 1], from, end);
            addFour(sum[m + 1], 1, w2, f[k + 2], w3, f[k + 3], from, end);
        }
    }

    private static void addFour(
            double[] to, double keep, double[] w0, double[] f0, double[] w1, double[] f1, int from, int end) {
        for (int i = from; i < end; i++) {
            to[i] = keep * to[i] + (w0[i] * f0[i] + w1[i] * f1[i]);
        }
    }

    private void join(double[] fall, int from, int end) {
        double[][] t = sum;
        double[] z = state;
        for (int k = 0; k < STATE; k++) {
            z[end * STATE + k] = 0;
        }
        for (int i = end - 1; i >= from; i--) {
            int o = i * STATE;
            int n = o + STATE;
            double mass = t[0][i];
            double left = fall[i] * z[n];
            double part = 1 / mass;
            double whole = 1 / (mass + left);
            double p = mass * whole;
            double q = left * whole;
            double a = t[1][i] * part;
            double u = t[2][i] * part;
            double c = t[3][i] * part;
            double v = t[4][i] * part;
            double toA = panels.rise[0][i] + z[n + 1] - a;
            double toU = panels.rise[1][i] + z[n + 2] - u;
            double toC = panels.rise[2][i] + z[n + 3] - c;
            double toV = panels.rise[3][i] + z[n + 4] - v;
            z[o] = mass + left;
            z[o + 1] = a + q * toA;
            z[o + 2] = u + q * toU;
            z[o + 3] = c + q * toC;
            z[o + 4] = v + q * toV;
            z[o + 5] = p * (t[5][i] * part - a * a + q * (toA * toA)) + q * z[n + 5];
            z[o + 6] = p * (t[6][i] * part - a * u + q * (toA * toU)) + q * z[n + 6];
            z[o + 7] = p * (t[7][i] * part - a * c + q * (toA * toC)) + q * z[n + 7];
            z[o + 8] = p * (t[8][i] * part - a * v + q * (toA * toV)) + q * z[n + 8];
            z[o + 9] = p * (t[9][i] * part - u * u + q * (toU * toU)) + q * z[n + 9];
            z[o + 10] = p * (t[10][i] * part - u * c + q * (toU * toC)) + q * z[n + 10];
            z[o + 11] = p * (t[11][i] * part - u * v + q * (toU * toV)) + q * z[n + 11];
            z[o + 12] = p * (t[12][i] * part - c * c + q * (toC * toC)) + q * z[n + 12];
            z[o + 13] = p * (t[13][i] * part - c * v + q * (toC * toV)) + q * z[n + 13];
            z[o + 14] = p * (t[14][i] * part - v * v + q * (toV * toV)) + q * z[n + 14];
        }
    }

    /** The integral from a point, in units of h there. */
    double mass(int i) {
        return state[i * STATE];
    }

    /** The derivatives of the logarithm of the integral from a point, h there included, with respect to those of (r, alpha, s, beta). */
    void gradient(int i, double[] gradient) {
        int o = i * STATE;
        double r = panels.r;
        double s = panels.s;
        double u = panels.rateShare[i];
        double v = panels.scaleShare[i];
        gradient[0] = -r * (panels.logRate[i] + state[o + 1]);
        gradient[1] = r * u - x * (1 - u) + ofRate * state[o + 2];
        gradient[2] = -s * (panels.logScale[i] + state[o + 3]);
        gradient[3] = s * v + ofScale * state[o + 4];
        if (ofPurchases) {
            gradient[0] += r / (r + x);
            gradient[1] -= 1 - u;
        } else {
            gradient[2] += 1;
            gradient[3] -= 1 - v;
        }
    }

    /** Adds the second derivatives, upper triangle only, so many times. */
    void addHessian(int i, double times, double[][] hessian) {
        int o = i * STATE;
        double r = panels.r;
        double s = panels.s;
        double u = panels.rateShare[i] + state[o + 2];
        double v = panels.scaleShare[i] + state[o + 4];
        double uu = u * (1 - u) - state[o + 9]; // the mean of u (1 - u)
        double vv = v * (1 - v) - state[o + 14];
        double ofEvent = ofPurchases ? r * x / ((r + x) * (r + x)) : 0;
        hessian[0][0] += times * (ofEvent - r * (panels.logRate[i] + state[o + 1]) + r * r * state[o + 5]);
        hessian[0][1] += times * (r * u - r * ofRate * state[o + 6]);
        hessian[0][2] += times * (r * s * state[o + 7]);
        hessian[0][3] -= times * (r * ofScale * state[o + 8]);
        hessian[1][1] += times * (ofRate * ofRate * state[o + 9] - ofRate * uu);
        hessian[1][2] -= times * (ofRate * s * state[o + 10]);
        hessian[1][3] += times * (ofRate * ofScale * state[o + 11]);
        hessian[2][2] += times * (s * s * state[o + 12] - s * (panels.logScale[i] + state[o + 3]));
        hessian[2][3] += times * (s * v - s * ofScale * state[o + 13]);
        hessian[3][3] += times * (ofScale * ofScale * state[o + 14] - ofScale * vv);
    }
}
