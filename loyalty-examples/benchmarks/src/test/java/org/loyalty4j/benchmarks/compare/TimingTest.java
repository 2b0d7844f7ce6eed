package org.loyalty4j.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingTest {
    @Test
    void runsThatWarmUpDoNotCount() {
        Timing timing = new Timing(1, 1, 100);
        for (int seconds : new int[] {9, 3, 1, 4, 2}) {
            timing.add(new SideProcess.Run(seconds, 2 * seconds));
        }
        assertThat(timing.counted()).hasSize(4);
        assertThat(timing.medianSeconds()).isEqualTo(2.5);
        assertThat(timing.fastestSeconds()).isEqualTo(1);
        assertThat(timing.medianProcessorSeconds()).isEqualTo(5);
    }

    @Test
    void aSideThatUsedUpItsTimeStops() {
        Timing timing = new Timing(3, 1, 10);
        assertThat(timing.goesOn()).isTrue();
        timing.add(new SideProcess.Run(11, 11));
        assertThat(timing.goesOn()).isFalse();
        assertThat(timing.counted()).hasSize(1);
    }

    @Test
    void howeverLongItTakesASideRunsAFewTimes() {
        Timing timing = new Timing(3, Timing.LEAST_ON_JVM, 10);
        for (int run = 0; run < 3; run++) {
            assertThat(timing.goesOn()).isTrue();
            timing.add(new SideProcess.Run(11, 11));
        }
        assertThat(timing.goesOn()).isFalse();
        assertThat(timing.counted()).hasSize(2);
    }

    @Test
    void aSideWithFewRunsWarmsUpInTheFirstHalfOfThem() {
        Timing timing = new Timing(3, 1, 10);
        for (int seconds : new int[] {9, 3, 1}) {
            timing.add(new SideProcess.Run(seconds, seconds));
        }
        assertThat(timing.medianSeconds()).isEqualTo(2);
    }
}
