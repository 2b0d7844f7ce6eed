package org.loyalty4j.internal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Runs numbered tasks on a given number of threads, the calling one among them. Which thread runs which task is open; so that
 * results do not depend on it, tasks are cut by the size of the work, not by the number of threads, and their results are
 * joined in the order of their numbers.
 *
 * @param threads how many threads work, in [1, 1024]; on one, no thread is started
 */
public record Parallel(int threads) implements Serializable {
    private static final int MOST_THREADS = 1024;

    /** The calling thread alone. */
    public static final Parallel NONE = new Parallel(1);

    public Parallel {
        Checks.inClosed(threads, 1, MOST_THREADS, "parallelism");
    }

    /** How many pieces of at most {@code length} a work of {@code size} has. */
    public static int pieces(int size, int length) {
        return (int) (((long) size + length - 1) / length);
    }

    /** Does a piece of a work: those of its items from {@code from} (inclusive) to {@code to} (exclusive). */
    @FunctionalInterface
    public interface Piece {
        /** Does the items from {@code from} on, before {@code to}. */
        void run(int from, int to);
    }

    /** Runs a work of {@code size} items in pieces of at most {@code length}. */
    public void forEachPiece(int size, int length, Piece piece) {
        forEach(pieces(size, length), task -> {
            int from = task * length;
            piece.run(from, (int) Math.min(size, (long) from + length));
        });
    }

    /** Computes the result of each task, in the order of their numbers. */
    public <T> List<T> map(int tasks, IntFunction<? extends T> task) {
        Object[] results = new Object[tasks];
        forEach(tasks, number -> results[number] = task.apply(number));
        List<T> list = new ArrayList<>(tasks);
        for (Object result : results) {
            @SuppressWarnings("unchecked") // put there by task
            T typed = (T) result;
            list.add(typed);
        }
        return list;
    }

    /**
     * Runs the tasks numbered from 0, and returns when all are done. If some of them throw, the one of the lowest number is
     * heard, as on one thread; tasks after it may have run or not.
     */
    public void forEach(int tasks, IntConsumer task) {
        int helpers = Math.min(threads, tasks) - 1;
        if (helpers <= 0) {
            for (int number = 0; number < tasks; number++) {
                task.accept(number);
            }
            return;
        }
        new Run(tasks, task).on(helpers);
    }

    /** One call of {@link #forEach}. */
    private static final class Run {
        private final int tasks;
        private final IntConsumer task;
        private final AtomicInteger next = new AtomicInteger();
        private int failed = Integer.MAX_VALUE;
        private Throwable failure = new CancellationException();

        Run(int tasks, IntConsumer task) {
            this.tasks = tasks;
            this.task = task;
        }

        void on(int helpers) {
            List<FutureTask<Void>> started = new ArrayList<>();
            for (int i = 0; i < helpers; i++) {
                FutureTask<Void> helper = new FutureTask<>(this::work, null);
                Thread thread = new Thread(helper, "loyalty-" + (i + 1));
                thread.setDaemon(true);
                thread.start();
                started.add(helper);
            }
            work();
            started.forEach(Run::await);
            if (failed < tasks) {
                rethrow();
            }
        }

        private void work() {
            // Numbers are taken in ascending order, so that all below a failure are run.
            for (int number = next.getAndIncrement(); number < tasks; number = next.getAndIncrement()) {
                try {
                    task.accept(number);
                } catch (RuntimeException | Error e) {
                    next.set(tasks);
                    fail(number, e);
                }
            }
        }

        private synchronized void fail(int number, Throwable e) {
            if (number < failed) {
                failed = number;
                failure = e;
            }
        }

        private synchronized void rethrow() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }

        /** Waits until a helper is done, even if the calling thread is interrupted meanwhile. */
        private static void await(FutureTask<Void> helper) {
            boolean interrupted = false;
            while (true) {
                try {
                    helper.get();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new AssertionError("tasks report their own failures", e);
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
