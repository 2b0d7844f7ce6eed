package org.loyalty4j.benchmarks.compare;

/**
 * How two answers compare.
 *
 * @param agree whether they are the same as far as they should be
 * @param text how far they are
 */
record Verdict(boolean agree, String text) {

    Verdict and(String more) {
        return new Verdict(agree, text + ", " + more);
    }
}
