/** The command {@code models} and what is below it. Each command runs on the process's main thread, once. */
@NullMarked
package io.strowger.verticles.models.cli;

import org.jspecify.annotations.NullMarked;
