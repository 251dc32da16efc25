/**
 * Whether the messages that come in are still like the texts that a model was tried on: how often each label, each confidence and each text out of
 * scope comes, against the reference that is kept with the model. The stage that analyzes counts, without allocating;
 * everything else is cold and belongs to one thread at a time.
 */
@NullMarked
package io.strowger.models.drift;

import org.jspecify.annotations.NullMarked;
