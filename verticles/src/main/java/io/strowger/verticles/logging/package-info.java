/** Sets up logging for the process, once, before the first logger is asked for. Log lines go to standard error. */
@NullMarked
package io.strowger.verticles.logging;

import org.jspecify.annotations.NullMarked;
