/**
 * {@code ./strowger simulate}: reads a scenario, has the engine simulate it, and shows what came of it as a table, as JSON, or
 * as a page with pictures. {@code ./strowger replay}: decides a journal anew, and shows what would have been different. Called by the command line's thread.
 */
@NullMarked
package io.strowger.verticles.simulation;

import org.jspecify.annotations.NullMarked;
