/** The inputs of the router, with stable wire codes. Filled and read by one thread at a time. */
@NullMarked
package io.strowger.engine.command;

import org.jspecify.annotations.NullMarked;
