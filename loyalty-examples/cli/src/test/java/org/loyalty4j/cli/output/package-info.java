@NullMarked
package org.loyalty4j.cli.output;

import org.jspecify.annotations.NullMarked;
