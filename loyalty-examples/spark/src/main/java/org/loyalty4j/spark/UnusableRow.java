package org.loyalty4j.spark;

/** Says why a row cannot be used, by the keys under which the command line counts such rows too. */
final class UnusableRow extends Exception {
    private static final long serialVersionUID = 1L;

    static final UnusableRow WRONG_FIELD_COUNT = new UnusableRow("wrong_field_count");
    static final UnusableRow MISSING_ID = new UnusableRow("missing_id");
    static final UnusableRow MISSING_DATE = new UnusableRow("missing_date");
    static final UnusableRow BAD_DATE = new UnusableRow("bad_date");
    static final UnusableRow DATE_NEEDS_ZONE = new UnusableRow("date_needs_zone");
    static final UnusableRow MISSING_AMOUNT = new UnusableRow("missing_amount");
    static final UnusableRow BAD_AMOUNT = new UnusableRow("bad_amount");
    static final UnusableRow TOO_MANY_DECIMALS = new UnusableRow("too_many_decimals");
    static final UnusableRow AMOUNT_OVERFLOW = new UnusableRow("amount_overflow");
    static final UnusableRow REFUND = new UnusableRow("refund");
    static final UnusableRow MISSING_SCORE = new UnusableRow("missing_score");
    static final UnusableRow BAD_SCORE = new UnusableRow("bad_score");
    static final UnusableRow SCORE_OFF_SCALE = new UnusableRow("score_off_scale");

    private final String key;

    private UnusableRow(String key) {
        super(key, null, false, false); // one of each kind, for any row: without a stack
        this.key = key;
    }

    String key() {
        return key;
    }
}
