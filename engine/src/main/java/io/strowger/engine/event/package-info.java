/** What the router decided, with stable wire codes: the only thing that changes state. Filled by the deciding thread, or by whoever reads the journal. */
@NullMarked
package io.strowger.engine.event;

import org.jspecify.annotations.NullMarked;
