package org.loyalty4j.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16})
    void everyTaskIsRunOnce(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(1000);
        new Parallel(threads).forEach(1000, runs::incrementAndGet);
        for (int task = 0; task < 1000; task++) {
            assertThat(runs.get(task)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void resultsAreInTheOrderOfTheTasks(int threads) {
        assertThat(new Parallel(threads).map(5, task -> "t" + task)).containsExactly("t0", "t1", "t2", "t3", "t4");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void piecesCoverTheWork(int threads) {
        AtomicIntegerArray seen = new AtomicIntegerArray(10);
        new Parallel(threads).forEachPiece(10, 4, (from, to) -> {
            assertThat(to - from).isIn(4, 2);
            for (int i = from; i < to; i++) {
                seen.incrementAndGet(i);
            }
        });
        assertThat(seen).hasToString("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]");
        assertThat(Parallel.pieces(0, 4)).isZero();
        assertThat(Parallel.pieces(Integer.MAX_VALUE, 1 << 30)).isEqualTo(2);
    }

    @Test
    void asManyThreadsWorkAsAreAskedFor() {
        Set<String> names = Collections.synchronizedSet(new HashSet<>());
        CountDownLatch allHere = new CountDownLatch(3);
        new Parallel(3).forEach(3, task -> {
            names.add(Thread.currentThread().getName());
            allHere.countDown();
            try {
                allHere.await(); // no task ends before three run at once
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(names).hasSize(3).contains(Thread.currentThread().getName());
    }

    @Test
    void oneThreadIsTheCallingOne() {
        Thread caller = Thread.currentThread();
        Parallel.NONE.forEach(10, task -> assertThat(Thread.currentThread()).isSameAs(caller));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void theFailureOfTheLowestNumberIsHeard(int threads) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parallel(threads).forEach(100, task -> {
                    if (task >= 17) {
                        throw new IllegalArgumentException("task " + task);
                    }
                }))
                .withMessage("task 17");
        assertThatThrownBy(() -> new Parallel(threads).forEach(2, task -> {
                    throw new StackOverflowError("deep");
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1025})
    void refusesOtherNumbersOfThreads(int threads) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parallel(threads))
                .withMessage("parallelism must be in [1, 1024], but was " + threads);
    }

    @Test
    void anInterruptIsKept() {
        Thread.currentThread().interrupt();
        new Parallel(2).forEach(4, task -> {});
        assertThat(Thread.interrupted()).isTrue();
    }
}
