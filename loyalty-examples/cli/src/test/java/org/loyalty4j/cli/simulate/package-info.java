@NullMarked
package org.loyalty4j.cli.simulate;

import org.jspecify.annotations.NullMarked;
