@NullMarked
package org.loyalty4j.cli.model;

import org.jspecify.annotations.NullMarked;
