package org.loyalty4j.cli.input;

import java.util.Locale;

/** Why a row cannot be used: the closed set of categories by which rejected rows are counted. */
public enum RejectReason {
    /** The row has more or fewer fields than the header. */
    WRONG_FIELD_COUNT,
    /** The customer id is empty. */
    MISSING_ID,
    /** The customer id is not a whole number although only such ids are expected. */
    BAD_ID,
    /** The date is empty. */
    MISSING_DATE,
    /** The date is no day of the calendar, or is written in another way than expected. */
    BAD_DATE,
    /** The date is a point in time, and no zone was given to say which day it belongs to. */
    DATE_NEEDS_ZONE,
    /** The amount, price or quantity is empty. */
    MISSING_AMOUNT,
    /** The amount, price or quantity is no plain decimal number. */
    BAD_AMOUNT,
    /** The amount has more decimals than the currency. */
    TOO_MANY_DECIMALS,
    /** The amount has too many digits to be counted exactly in minor units. */
    AMOUNT_OVERFLOW,
    /** The amount is negative, and refunds are not accepted. */
    REFUND,
    /** The score is empty. */
    MISSING_SCORE,
    /** The score is no whole number. */
    BAD_SCORE,
    /** The score is not on the scale of the question. */
    SCORE_OFF_SCALE,
    /** The customer was listed before. */
    DUPLICATE_CUSTOMER,
    /** The customer left before joining. */
    LEFT_BEFORE_JOINED,
    /** A number of a history is empty. */
    MISSING_NUMBER,
    /** A number of a history is none, or not a whole one where only such make sense. */
    BAD_NUMBER,
    /** A number of a history is negative, too large, or contradicts another. */
    NUMBER_OUT_OF_RANGE;

    /**
     * The name of the category in files: stable, in lower case.
     *
     * @return the key, such as {@code bad_date}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
