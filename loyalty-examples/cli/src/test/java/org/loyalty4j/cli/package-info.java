@NullMarked
package org.loyalty4j.cli;

import org.jspecify.annotations.NullMarked;
