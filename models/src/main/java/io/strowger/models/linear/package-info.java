/**
 * The inline tier: 8-bit weights of every head over hashed n-grams, summed in integer arithmetic, and the files that they
 * are kept in. Weights are immutable and shared; an analyzer or classifier belongs to the thread that calls it (the ring's
 * analyze stage, a training, an evaluation).
 */
@NullMarked
package io.strowger.models.linear;

import org.jspecify.annotations.NullMarked;
