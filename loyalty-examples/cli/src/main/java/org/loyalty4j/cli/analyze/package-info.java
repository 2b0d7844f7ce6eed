/** The {@code loyalty analyze} command: from its options to the four files it writes. */
@NullMarked
package org.loyalty4j.cli.analyze;

import org.jspecify.annotations.NullMarked;
