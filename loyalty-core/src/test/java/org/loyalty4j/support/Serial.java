package org.loyalty4j.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;

/** Sends objects through Java serialization. */
public final class Serial {
    private Serial() {}

    /** The object as it comes back. */
    @SuppressWarnings("unchecked")
    public static <T> T copy(T object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asserts that the object comes back equal, with the same hash and the same text. */
    public static void assertRoundTrip(Object object) {
        Object copy = copy(object);
        assertThat(copy).isEqualTo(object).isNotSameAs(object).hasToString(object.toString());
        assertThat(copy.hashCode()).isEqualTo(object.hashCode());
    }
}
