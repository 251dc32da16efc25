/** The router: a deterministic state machine over organizations, queues, agents, conversations and offers. Owned by the deciding thread. */
@NullMarked
package io.strowger.engine.routing;

import org.jspecify.annotations.NullMarked;
