/** The server around the engine: what several of its packages share. Each class says which threads call it. */
@NullMarked
package io.strowger.verticles;

import org.jspecify.annotations.NullMarked;
