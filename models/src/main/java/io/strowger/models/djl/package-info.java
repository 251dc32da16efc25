/**
 * The inline model behind DJL's {@code Criteria} and {@code Predictor}, as an engine of its own without native code, so
 * that a model directory is loaded the same way whatever its engine. Cold code, any thread; the ring calls the loaded
 * analyzer directly.
 */
@NullMarked
package io.strowger.models.djl;

import org.jspecify.annotations.NullMarked;
