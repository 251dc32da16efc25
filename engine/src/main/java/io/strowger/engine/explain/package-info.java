/**
 * Why a conversation is where it is, why an agent was chosen, why another was not: what {@code Explainer} of the routing
 * package answers, as plain values. Immutable; for any thread.
 */
@NullMarked
package io.strowger.engine.explain;

import org.jspecify.annotations.NullMarked;
