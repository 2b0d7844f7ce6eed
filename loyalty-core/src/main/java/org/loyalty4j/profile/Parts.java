package org.loyalty4j.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.loyalty4j.internal.Parallel;

/** Parts of a work that do not need each other: on one thread they are done in the order in which they were added. */
final class Parts {
    private final List<Part<?>> parts = new ArrayList<>();

    /** A part, and what comes of it once {@link #run} is done. */
    static final class Part<T> {
        private final Supplier<? extends T> work;
        private @Nullable T result;

        private Part(Supplier<? extends T> work) {
            this.work = work;
        }

        private void run() {
            result = work.get();
        }

        T result() {
            return Objects.requireNonNull(result, "result");
        }
    }

    /** Adds a part. */
    <T> Part<T> add(Supplier<? extends T> work) {
        Part<T> part = new Part<>(work);
        parts.add(part);
        return part;
    }

    /** Does all of them. */
    void run(Parallel parallel) {
        parallel.forEach(parts.size(), number -> parts.get(number).run());
    }
}
