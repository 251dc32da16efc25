/**
 * {@code strowger bench guard}: the stages of the ring, one by one on one thread, against a committed baseline. What each
 * stage costs is counted in the thread's own CPU time and in allocated bytes, and told as a multiple of yardsticks, other
 * work that runs in between, so that a slower or busier machine slows both. The command starts a process for each
 * measurement, and in there one thread does everything.
 */
@NullMarked
package io.strowger.bench.guard;

import org.jspecify.annotations.NullMarked;
