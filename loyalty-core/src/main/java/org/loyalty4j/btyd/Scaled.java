package org.loyalty4j.btyd;

/** By how much a growing sum of products is divided before it can overflow. */
final class Scaled {
    static final double LARGE = 0x1p400;
    static final double LOG_LARGE = 400 * 0.69314718055994530942;

    private Scaled() {}
}
