package org.loyalty4j.cli.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the first rows of a file tell of the others.
 *
 * @param positions the places of the columns
 * @param shape how most ids are written
 */
record FirstRows(Positions positions, IdShape shape) {
    private static final int SAMPLE = 64;

    /** Looks at a file; empty if what its rows are is not settled by the first of them, or one cannot be read. */
    static Optional<FirstRows> of(Path file, TransactionReader reader) {
        try (RowSource source = RowSources.file(file, reader.format(), Progress.NONE)) {
            reader.requireHeader(source);
            Positions positions = reader.columns().bind(source);
            boolean any = source.next();
            if (positions.width() == 0 && !(any && positions.fits(source.row(), new Rejection()))) {
                return Optional.empty();
            }
            IdParser parser = new IdParser(reader.integerIds());
            List<String> ids = new ArrayList<>();
            int column = positions.of(Role.ID);
            for (int row = 0; any && row < SAMPLE; row++) {
                String id =
                        column < source.row().fieldCount() ? parser.parse(source.row(), column, new Rejection()) : null;
                if (id != null) {
                    ids.add(id);
                }
                any = source.next();
            }
            return Optional.of(new FirstRows(positions, IdShape.ofMost(ids)));
        } catch (InputException problem) {
            return Optional.empty();
        }
    }
}
