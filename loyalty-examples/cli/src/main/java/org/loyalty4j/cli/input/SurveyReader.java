package org.loyalty4j.cli.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.loyalty4j.Scale;
import org.loyalty4j.data.SurveyResponse;

/**
 * Reads answers to a survey question.
 *
 * @param columns which column plays which role
 * @param format how dates are written
 * @param scale the answers that are possible
 * @param integerIds true if ids are whole numbers, so that {@code 17850.0} is the id {@code 17850}
 */
public record SurveyReader(Columns columns, FileFormat format, Scale scale, boolean integerIds) {

    public SurveyReader {
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(scale, "scale");
    }

    /**
     * Reads all the rows of a source; one without rows is fine.
     *
     * @param source the source
     * @param rejected takes the rows that cannot be used
     * @return the answers
     * @throws InputException if none of the rows can be used or the source cannot be read
     */
    public ReadRows<SurveyResponse> read(RowSource source, RejectedRows rejected) {
        List<SurveyResponse> responses = new ArrayList<>();
        if (format.header() && source.header().isEmpty()) {
            return new ReadRows<>(responses, new ReadSummary(source.name(), 0, Map.of()));
        }
        Positions at = columns.bind(source);
        int date = at.of(Role.DATE);
        IdParser ids = new IdParser(integerIds);
        DateParser dates = DateParser.of(format, source, date);
        Decimal number = new Decimal();
        ReadSummary summary = RowLoop.run(source, at, rejected, (row, why) -> {
            String customerId = ids.parse(row, at.of(Role.ID), why);
            if (customerId == null
                    || !dates.parse(row.chars(), row.start(date), row.end(date), why)
                    || !isScore(row, at.of(Role.SCORE), number, why)) {
                return false;
            }
            responses.add(new SurveyResponse(
                    customerId,
                    LocalDate.ofEpochDay(dates.epochDay()),
                    number.value().intValueExact()));
            return true;
        });
        return new ReadRows<>(responses, summary);
    }

    private boolean isScore(Row row, int field, Decimal number, Rejection why) {
        int from = row.start(field);
        int to = row.end(field);
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
}
