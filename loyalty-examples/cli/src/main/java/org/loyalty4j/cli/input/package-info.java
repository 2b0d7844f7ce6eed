/** From files and queries to typed rows, with every row accounted for: used, or rejected for a reason. */
@NullMarked
package org.loyalty4j.cli.input;

import org.jspecify.annotations.NullMarked;
