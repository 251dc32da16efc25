/** What an organization configures: immutable values, their binary form, and the names behind the numbers of records. */
@NullMarked
package io.strowger.engine.configuration;

import org.jspecify.annotations.NullMarked;
