/** Byte buffers and other parts that the engine's packages share. Not an API: anything here may change. */
@NullMarked
package io.strowger.engine.internal;

import org.jspecify.annotations.NullMarked;
