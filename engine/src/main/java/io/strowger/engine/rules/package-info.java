/** Rules in CEL: checked and compiled when a configuration is saved, evaluated by the deciding thread without allocation. */
@NullMarked
package io.strowger.engine.rules;

import org.jspecify.annotations.NullMarked;
