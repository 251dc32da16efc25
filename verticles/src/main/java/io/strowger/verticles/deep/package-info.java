/**
 * The deep tier of a running server: hears of each durable message, asks the deep model about those that the inline one was
 * unsure of, and publishes what it answers. It has threads of its own and a bounded queue; nobody waits for it, and whatever
 * becomes of it, messages are routed by their inline analysis.
 */
@NullMarked
package io.strowger.verticles.deep;

import org.jspecify.annotations.NullMarked;
