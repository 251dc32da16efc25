package io.strowger.engine.routing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which of the invariants of routing, INV-01 to INV-28, a check or a test is for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Invariant {
    /** The numbers. */
    int[] value();
}
