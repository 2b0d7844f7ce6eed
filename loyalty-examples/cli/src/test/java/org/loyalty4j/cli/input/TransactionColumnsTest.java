package org.loyalty4j.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.loyalty4j.data.LogLoader;
import org.loyalty4j.data.TransactionLog;

class TransactionColumnsTest {
    private static final int MANY = 1_100;

    private static TransactionLog log(TransactionColumns columns) {
        return LogLoader.withDefaults().ofChunks(new long[] {10, 11, 12}, List.of(columns.chunk()));
    }

    @Test
    void takesAmountsOfAnySize() {
        TransactionColumns columns = new TransactionColumns(1000);
        columns.add(0, 1, Integer.MAX_VALUE);
        columns.add(1, 2, 1L << 40);
        columns.add(2, 3, Integer.MIN_VALUE);
        assertThat(log(columns))
                .isEqualTo(TransactionLog.builder(2)
                        .add(10, 1, Integer.MAX_VALUE)
                        .add(11, 2, 1L << 40)
                        .add(12, 3, Integer.MIN_VALUE)
                        .build());
    }

    @Test
    void rowsLeftOutAreNotInTheLog() {
        for (long large : new long[] {5, 1L << 40}) {
            TransactionColumns columns = new TransactionColumns(1000);
            for (int row = 0; row < 10; row++) {
                columns.add(row % 3, row, row == 9 ? large : row);
            }
            columns.since(10).leaveOut();
            columns.since(7).leaveOut();
            new TransactionColumns.Extent(columns, 1, 3).leaveOut();
            columns.compact();
            assertThat(columns.rows()).isEqualTo(5);
            assertThat(log(columns))
                    .isEqualTo(TransactionLog.builder(2)
                            .add(10, 0, 0)
                            .add(10, 3, 3)
                            .add(11, 4, 4)
                            .add(12, 5, 5)
                            .add(10, 6, 6)
                            .build());
        }
    }

    @Test
    void goesOnInNewColumnsOnceThereAreMany() {
        TransactionColumns columns = new TransactionColumns(1000);
        assertThat(columns.forBytes(Integer.MAX_VALUE)).isSameAs(columns); // as long as there is none
        for (int row = 0; row < MANY; row++) {
            columns.add(0, 1, 1);
        }
        assertThat(log(columns).transactionCount()).isEqualTo(MANY);
        TransactionColumns after = columns.forBytes(1);
        assertThat(after).isNotSameAs(columns);
        assertThat(after.rows()).isZero();
    }
}
