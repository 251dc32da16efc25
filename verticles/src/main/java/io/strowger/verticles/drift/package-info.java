/**
 * Watches whether the models' answers drift from what they were when the models were made: metrics, health, and a line in
 * the log. Cold; called by the thread that the server's timer runs on and by those that read.
 */
@NullMarked
package io.strowger.verticles.drift;

import org.jspecify.annotations.NullMarked;
