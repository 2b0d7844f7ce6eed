@NullMarked
package org.loyalty4j.cli.input;

import org.jspecify.annotations.NullMarked;
