/**
 * {@code strowger bench}: the command that groups the benchmarks. Each benchmark is a command of the package that measures;
 * all of them say what they found through {@code io.strowger.bench.report}. Called by the main thread.
 */
@NullMarked
package io.strowger.bench;

import org.jspecify.annotations.NullMarked;
