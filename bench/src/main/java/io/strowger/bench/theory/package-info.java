/**
 * {@code strowger bench theory}: simulations of queues whose waits can be computed, side by side with what was computed. The
 * real router decides in them, so a figure outside of its interval is a fault of the router, of the simulation, or (one time
 * in a thousand) chance. Called by the command line's thread.
 */
@NullMarked
package io.strowger.bench.theory;

import org.jspecify.annotations.NullMarked;
