/**
 * The means to draw with: markup that is always well-formed, axes with ticks people can count by, the frame of a plot,
 * and the head and style of a page that holds drawings. Knows nothing of what is drawn. Called by the command line's thread.
 */
@NullMarked
package io.strowger.verticles.svg;

import org.jspecify.annotations.NullMarked;
