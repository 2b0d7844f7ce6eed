package org.loyalty4j.cli.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.Scale;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import picocli.CommandLine.Option;

/** The options that say where the survey answers and the list of customers are. Both may be left out. */
public final class SideInputOptions {
    @Option(
            names = "--surveys",
            paramLabel = "FILE",
            description = "Answers to the question \"would you recommend us\" (0..10), one a row; plain text or gzip.")
    private @Nullable Path surveys;

    @Option(
            names = "--surveys-columns",
            paramLabel = "ROLE=COLUMN,...",
            converter = InputConverters.ToSurveyColumns.class,
            description = "Columns of the surveys for the roles id, date and score. Default: customer_id, date, score.")
    private Columns surveyColumns = Columns.of(Table.SURVEYS);

    @Option(
            names = "--surveys-format",
            paramLabel = "KEY=VALUE,...",
            converter = InputConverters.ToSettings.class,
            description = "Where the format of the surveys differs: header, delimiter, charset, date-pattern, zone.")
    private FormatSettings surveysFormat = FormatSettings.NONE;

    @Option(
            names = "--customers",
            paramLabel = "FILE",
            description = "All customers, with the day they joined and, if so, left; plain text or gzip.")
    private @Nullable Path customers;

    @Option(
            names = "--customers-columns",
            paramLabel = "ROLE=COLUMN,...",
            converter = InputConverters.ToCustomerColumns.class,
            description = "Columns of the customers for the roles id, joined and left. Default: customer_id, joined_on,"
                    + " left_on.")
    private Columns customerColumns = Columns.of(Table.CUSTOMERS);

    @Option(
            names = "--customers-format",
            paramLabel = "KEY=VALUE,...",
            converter = InputConverters.ToSettings.class,
            description = "Where the format of the customers differs: header, delimiter, charset, date-pattern, zone.")
    private FormatSettings customersFormat = FormatSettings.NONE;

    /**
     * The files that were given.
     *
     * @return none, one or two files
     */
    public List<Path> files() {
        return Stream.of(Optional.ofNullable(surveys), Optional.ofNullable(customers))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Reads the survey answers.
     *
     * @param main the options of the transactions, whose format holds here too
     * @param rejected takes the rows that cannot be used
     * @param progress is told how far the reading has come
     * @return the answers; empty if no file was given
     * @throws InputException if no row can be used or the file cannot be read
     */
    public Optional<ReadRows<SurveyResponse>> readSurveys(
            TransactionInputOptions main, RejectedRows rejected, Progress progress) {
        if (surveys == null) {
            return Optional.empty();
        }
        FileFormat format = main.format().withSettings(surveysFormat.values());
        try (RowSource rows = RowSources.file(surveys, format, progress)) {
            return Optional.of(
                    new SurveyReader(surveyColumns, format, Scale.NPS, main.integerIds()).read(rows, rejected));
        }
    }

    /**
     * Reads the list of customers.
     *
     * @param main the options of the transactions, whose format holds here too
     * @param rejected takes the rows that cannot be used
     * @param progress is told how far the reading has come
     * @return the customers; empty if no file was given
     * @throws InputException if no row can be used or the file cannot be read
     */
    public Optional<ReadRows<Customer>> readCustomers(
            TransactionInputOptions main, RejectedRows rejected, Progress progress) {
        if (customers == null) {
            return Optional.empty();
        }
        FileFormat format = main.format().withSettings(customersFormat.values());
        try (RowSource rows = RowSources.file(customers, format, progress)) {
            return Optional.of(new CustomerReader(customerColumns, format, main.integerIds()).read(rows, rejected));
        }
    }
}
