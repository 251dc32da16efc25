/**
 * {@code bench micro}: what the single steps of a message cost, measured by JMH in processes of their own, with what they
 * allocate. A benchmark's class holds the inputs of one step; JMH calls it on one thread.
 */
@NullMarked
package io.strowger.bench.jmh;

import org.jspecify.annotations.NullMarked;
