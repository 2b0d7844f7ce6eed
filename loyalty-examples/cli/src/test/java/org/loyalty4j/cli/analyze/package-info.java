@NullMarked
package org.loyalty4j.cli.analyze;

import org.jspecify.annotations.NullMarked;
