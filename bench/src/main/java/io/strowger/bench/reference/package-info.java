/**
 * The naive reference router: the routing semantics in the plainest code there is, to be checked against their description
 * by eye, and the engine against it by long random sequences of commands. Every question is answered by walking over
 * everything. For one thread; nothing here is fast.
 */
@NullMarked
package io.strowger.bench.reference;

import org.jspecify.annotations.NullMarked;
