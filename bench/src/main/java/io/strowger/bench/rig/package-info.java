/**
 * The load rig: schedules, an open-loop generator that never slips its schedule, the machine's own hiccups beside it, texts,
 * and what runs the engine under load and verifies it afterwards. A generator is one thread; what it measures is recorded by
 * the threads that answer.
 */
@NullMarked
package io.strowger.bench.rig;

import org.jspecify.annotations.NullMarked;
