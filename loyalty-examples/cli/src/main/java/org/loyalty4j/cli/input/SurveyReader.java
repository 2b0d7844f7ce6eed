package org.loyalty4j.cli.input;

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
        AnswerParser parser =
                new AnswerParser(at, new IdParser(integerIds), DateParser.of(format, source, at.of(Role.DATE)), scale);
        ReadSummary summary = RowLoop.run(source, at, rejected, (row, why) -> {
            if (!parser.parse(row, why)) {
                return false;
            }
            responses.add(new SurveyResponse(
                    parser.customerId(), LocalDate.ofEpochDay(parser.epochDay()), (int) parser.value()));
            return true;
        });
        return new ReadRows<>(responses, summary);
    }
}
