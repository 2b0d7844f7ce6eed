package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.loyalty4j.data.Customer;

class CustomerReaderTest {
    private static final LocalDate JOINED = LocalDate.of(2011, 1, 1);

    @TempDir
    Path folder;

    @Test
    void readsThoseWhoStayAndThoseWhoLeft() {
        Reading reading = Reading.of(
                folder,
                "customer_id,joined_on,left_on\na,2011-01-01,\nb,2011-01-01,2011-01-01\nc,2011-01-01,2010-12-31\n"
                        + "a,2011-02-01,\nd,,\ne,2011-01-01,never\n");

        ReadRows<Customer> read = reading.customers();

        assertThat(read.rows()).containsExactly(Customer.since("a", JOINED), new Customer("b", JOINED, JOINED));
        assertThat(reading.rejected())
                .containsExactly(
                        "4,\"left_before_joined: the customer left on 2010-12-31, before joining on 2011-01-01\","
                                + "\"c,2011-01-01,2010-12-31\"",
                        "5,duplicate_customer: the customer `a` is already in line 2,\"a,2011-02-01,\"",
                        "6,missing_date: the date is empty,\"d,,\"",
                        "7,bad_date: `never` is not a date such as 2011-12-09 (or give --date-pattern),"
                                + "\"e,2011-01-01,never\"");
        assertThat(read.summary().used()).isEqualTo(2);
    }

    @Test
    void doesWithoutLeaveDates() {
        assertThat(Reading.of(folder, "customer_id,joined_on\na,2011-01-01\n")
                        .customers()
                        .rows())
                .containsExactly(Customer.since("a", JOINED));
    }

    @Test
    void anEmptyFileIsFine() {
        assertThat(Reading.of(folder, "").customers().rows()).isEmpty();
    }
}
