/**
 * Makes linear models from labelled texts: training, quantising, calibrating, and the shipped weights. Reproducible to
 * the byte. One thread, the caller's; nothing here is called by the ring.
 */
@NullMarked
package io.strowger.models.training;

import org.jspecify.annotations.NullMarked;
