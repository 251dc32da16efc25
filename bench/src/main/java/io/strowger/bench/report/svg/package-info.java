/**
 * The means to draw with: markup that is always well-formed, axes with ticks people can count by, and the frame of a plot.
 * Knows nothing of reports. Called by the main thread, after measuring.
 */
@NullMarked
package io.strowger.bench.report.svg;

import org.jspecify.annotations.NullMarked;
