package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.loyalty4j.data.Customer;
import org.loyalty4j.data.SurveyResponse;
import org.loyalty4j.data.TransactionLog;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class OptionsTest {
    @TempDir
    Path folder;

    @Command(name = "read")
    static final class Read {
        @ArgGroup(multiplicity = "1")
        TransactionSource source = new TransactionSource();

        @Mixin
        TransactionInputOptions transactions = new TransactionInputOptions();

        @Mixin
        SideInputOptions sides = new SideInputOptions();
    }

    private static Read parse(String... args) {
        Read read = new Read();
        new CommandLine(read).parseArgs(args);
        return read;
    }

    private String write(String name, String content, String charset) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(Charset.forName(charset)))
                .toString();
    }

    @Test
    void readsThreeFilesOfDifferentFormats() throws IOException {
        String transactions = write("t.txt", "1.0 20111209 3 2.5\n", "UTF-8");
        String surveys = write("s.csv", "\u9867\u5ba2;date;score\n1;2011/12/10;9\n", "Windows-31J");
        String customers = write("c.csv", "1,20110101,\n", "UTF-8");

        Read read = parse(
                "--transactions",
                transactions,
                "--no-header",
                "--delimiter",
                "whitespace",
                "--date-pattern",
                "yyyyMMdd",
                "--columns",
                "id=1,date=2,quantity=3,amount=4",
                "--integer-ids",
                "--surveys",
                surveys,
                "--surveys-columns",
                "id=\u9867\u5ba2",
                "--surveys-format",
                "header=yes,delimiter=;,charset=windows-31j,date-pattern=yyyy/MM/dd",
                "--customers",
                customers,
                "--customers-format",
                "delimiter=comma");

        List<String> rows = new ArrayList<>();
        try (RejectedRows rejected = new RejectedRows(new StringWriter(), read.transactions.strict())) {
            TransactionLog log = read.transactions
                    .read(read.source, false, List.of("1"), 2, rejected, Progress.NONE)
                    .log();
            assertThat(log.customerCount()).isOne();
            log.transactions()
                    .forEach(row -> rows.add(row.customerId() + " " + row.date().toEpochDay() + " " + row.amount()));
            assertThat(read.sides
                            .readSurveys(read.transactions, rejected, Progress.NONE)
                            .orElseThrow()
                            .rows())
                    .containsExactly(new SurveyResponse("1", LocalDate.of(2011, 12, 10), 9));
            assertThat(read.sides
                            .readCustomers(read.transactions, rejected, Progress.NONE)
                            .orElseThrow()
                            .rows())
                    .containsExactly(Customer.since("1", LocalDate.of(2011, 1, 1)));
        }
        assertThat(rows).containsExactly("1 15317 7.50");
        assertThat(read.source.file()).contains(Path.of(transactions));
        assertThat(read.sides.files()).containsExactly(Path.of(surveys), Path.of(customers));
    }

    @Test
    void readsAQuery() {
        Read read = parse(
                "--jdbc",
                "jdbc:duckdb:",
                "--query",
                "SELECT 1 customer_id, DATE '2011-12-09' date, 5 amount",
                "--scale",
                "0");
        List<String> rows = new ArrayList<>();
        try (RejectedRows rejected = new RejectedRows(new StringWriter(), false)) {
            TransactionLog log = read.transactions
                    .read(read.source, false, List.of("1"), 2, rejected, Progress.NONE)
                    .log();
            assertThat(log.customerCount()).isOne();
            log.transactions()
                    .forEach(row -> rows.add(row.customerId() + " " + row.date().toEpochDay() + " " + row.amount()));
            assertThat(read.sides.readSurveys(read.transactions, rejected, Progress.NONE))
                    .isEmpty();
            assertThat(read.sides.readCustomers(read.transactions, rejected, Progress.NONE))
                    .isEmpty();
        }
        assertThat(rows).containsExactly("1 15317 5");
        assertThat(read.source.file()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            --delimiter=ab | Invalid value for option '--delimiter': delimiter must be one character, comma, semicolon, tab, pipe or whitespace, but was ab
            --charset=klingon | Invalid value for option '--charset': unknown charset klingon, expected one such as UTF-8, Windows-31J or Shift_JIS
            --zone=Mars | Invalid value for option '--zone': unknown zone Mars, expected one such as Asia/Tokyo, UTC or +09:00
            --date-pattern=HH | Invalid value for option '--date-pattern': date pattern must give year, month and day, as in yyyyMMdd or dd/MM/yyyy HH:mm, but was HH
            --columns=id | Invalid value for option '--columns': expected role=column with the roles id, date, amount, quantity, but was id
            --columns= | Invalid value for option '--columns': expected role=column,role=column, but was
            --columns="id=1 | Invalid value for option '--columns': expected role=column,role=column, but was "id=1
            --columns=id=1,id=2 | Invalid value for option '--columns': role id is given twice
            --surveys-columns=amount=1 | Invalid value for option '--surveys-columns': expected role=column with the roles id, date, score, but was amount=1
            --surveys-format=header | Invalid value for option '--surveys-format': expected key=value, but was header
            --surveys-format=header=maybe | Invalid value for option '--surveys-format': header must be yes or no, but was maybe
            --surveys-format=colour=red | Invalid value for option '--surveys-format': unknown setting colour, expected header, delimiter, charset, date-pattern or zone
            --customers-format=header=no,header=yes | Invalid value for option '--customers-format': setting header is given twice
            """)
    void senselessValuesAreBadUsage(String option, String message) {
        assertThatThrownBy(() -> parse("--transactions", "t.csv", option))
                .isInstanceOf(ParameterException.class)
                .hasMessage(message.endsWith("was") ? message + " " : message);
    }

    @Test
    void needsExactlyOneSource() {
        assertThatThrownBy(OptionsTest::parse).isInstanceOf(ParameterException.class);
        assertThatThrownBy(() -> parse("--jdbc", "jdbc:duckdb:")).isInstanceOf(ParameterException.class);
        assertThatThrownBy(() -> parse("--transactions", "t", "--jdbc", "jdbc:duckdb:", "--query", "q"))
                .isInstanceOf(ParameterException.class);
    }

    @Test
    void checksTheScale() {
        assertThatThrownBy(() -> parse("--transactions", "t", "--scale", "12")
                        .transactions
                        .check())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scale must be in [0, 9], but was 12");
    }

    @Test
    void columnsWithACommaAreQuoted() {
        assertThat(Columns.parse(Table.TRANSACTIONS, "\"id=Customer, ID\",date=Day")
                        .chosen())
                .containsEntry(Role.ID, "Customer, ID")
                .containsEntry(Role.DATE, "Day");
    }

    @Test
    void noBarInAPipe() {
        assertThat(ProgressBars.isTerminal()).isFalse();
        try (ProgressBars.Task task = ProgressBars.show("Testing")) {
            task.bytes(1, 2);
            task.rows(3);
        }
    }
}
