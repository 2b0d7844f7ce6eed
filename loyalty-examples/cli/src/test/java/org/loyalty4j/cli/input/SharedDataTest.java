package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.loyalty4j.support.SharedData;

class SharedDataTest {
    private static final FileFormat CDNOW =
            FileFormat.withDefaults().withDelimiter(Delimiter.WHITESPACE).withDatePattern("yyyyMMdd");

    @Test
    void readsTheCdnowMaster() {
        Reading reading = Reading.of(SharedData.require("cdnow/CDNOW_master.txt"))
                .with(CDNOW)
                .columns("id=customer_id,date=date,amount=dollar_value");
        Set<String> customers = new HashSet<>();
        long[] totals = new long[2];

        ReadSummary summary = reading.transactions((id, day, minor) -> {
            customers.add(id);
            totals[0] += minor;
            totals[1] += minor == 0 ? 1 : 0;
        });

        assertThat(summary.rows()).isEqualTo(69_659);
        assertThat(summary.rejected()).isEmpty();
        assertThat(customers).hasSize(23_570);
        assertThat(totals).containsExactly(250_031_563L, 80);
    }

    @Test
    void readsTheCdnowSampleWithoutHeader() {
        Reading reading = Reading.of(SharedData.require("cdnow/CDNOW_sample.txt"))
                .with(CDNOW.withHeader(false))
                .columns("id=1,date=3,amount=5");

        assertThat(reading.transactions().used()).isEqualTo(6_919);
        assertThat(reading.rejected()).isEmpty();
    }

    @Test
    void accountsForEveryRowOfOnlineRetail() {
        Reading reading = Reading.of(SharedData.require("online_retail/online_retail.csv.gz"))
                .columns("id=CustomerID,date=InvoiceDate,amount=UnitPrice,quantity=Quantity")
                .scale(3)
                .integerIds();
        long[] used = new long[1];

        ReadSummary summary = reading.transactions((id, day, minor) -> used[0]++);

        assertThat(summary.rows()).isEqualTo(541_909);
        assertThat(summary.used()).isEqualTo(used[0]).isEqualTo(541_909 - 135_080);
        assertThat(summary.rejected()).containsExactly(java.util.Map.entry(RejectReason.MISSING_ID, 135_080L));
    }
}
