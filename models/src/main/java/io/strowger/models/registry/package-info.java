/**
 * The models of an installation: a directory a version, and which organization uses which. Files only, so it works beside a
 * running server and without one; writers are kept apart by a lock file. Cold: any thread, one at a time.
 */
@NullMarked
package io.strowger.models.registry;

import org.jspecify.annotations.NullMarked;
