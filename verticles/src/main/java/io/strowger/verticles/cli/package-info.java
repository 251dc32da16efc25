/**
 * The command line: what a person types, checked and carried out. Everything here runs on the thread that called {@link
 * io.strowger.verticles.cli.CommandRunner}; a command talks to its {@link io.strowger.verticles.cli.Console}, never to the
 * process's own streams, so tests run commands without a process.
 */
@NullMarked
package io.strowger.verticles.cli;

import org.jspecify.annotations.NullMarked;
