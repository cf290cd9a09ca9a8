package org.surety.release.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that is asked again and again what has happened since. An answer without records to a question that goes on from a cursor is not
 * recorded: it gives nothing, and whoever waits would fill the record of reads with it. Where a follower begins is.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EmptyIsNoRead {
}
