/**
 * Measures a model on labelled texts: accuracy, calibration, speed, allocation. One thread, the caller's; nothing here is
 * called by the ring.
 */
@NullMarked
package io.strowger.models.evaluate;

import org.jspecify.annotations.NullMarked;
