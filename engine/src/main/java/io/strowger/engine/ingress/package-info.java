/** The way into the ring: publishing without blocking, the gate, and the answers' way back. Called from any thread. */
@NullMarked
package io.strowger.engine.ingress;

import org.jspecify.annotations.NullMarked;
