package org.loyalty4j.cli.input;

import java.math.BigDecimal;
import org.loyalty4j.Scale;

/** Reads the survey answer of one row; the same object is used row by row, by one thread. */
final class AnswerParser implements RecordParser {
    private final int id;
    private final int date;
    private final int score;
    private final IdParser ids;
    private final DateParser dates;
    private final Scale scale;
    private final Decimal number = new Decimal();
    private String customerId = "";

    AnswerParser(Positions at, IdParser ids, DateParser dates, Scale scale) {
        this.id = at.of(Role.ID);
        this.date = at.of(Role.DATE);
        this.score = at.of(Role.SCORE);
        this.ids = ids;
        this.dates = dates;
        this.scale = scale;
    }

    @Override
    public boolean parse(Row row, Rejection why) {
        String parsed = ids.parse(row, id, why);
        if (parsed == null || !dates.parse(row.chars(), row.start(date), row.end(date), why) || !isScore(row, why)) {
            return false;
        }
        customerId = parsed;
        return true;
    }

    private boolean isScore(Row row, Rejection why) {
        int from = row.start(score);
        int to = row.end(score);
        if (from == to) {
            return why.because(RejectReason.MISSING_SCORE, "the score is empty, and no answer is not a 0");
        }
        String shown = "the score " + Rejection.quote(row.chars(), from, to);
        if (!number.parse(row.chars(), from, to)
                || number.value().stripTrailingZeros().scale() > 0) {
            return why.because(RejectReason.BAD_SCORE, shown + " is not a whole number, expected one in " + scale);
        }
        if (number.value().compareTo(BigDecimal.valueOf(scale.minimum())) < 0
                || number.value().compareTo(BigDecimal.valueOf(scale.maximum())) > 0) {
            return why.because(RejectReason.SCORE_OFF_SCALE, shown + " is not on the scale " + scale);
        }
        return true;
    }

    @Override
    public String customerId() {
        return customerId;
    }

    @Override
    public int epochDay() {
        return dates.epochDay();
    }

    @Override
    public long value() {
        return number.value().longValueExact();
    }
}
