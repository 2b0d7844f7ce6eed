/** Writing results so that a failed run leaves nothing half done. */
@NullMarked
package org.loyalty4j.cli.output;

import org.jspecify.annotations.NullMarked;
