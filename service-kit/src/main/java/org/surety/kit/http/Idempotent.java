package org.surety.kit.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;

/**
 * On a POST method that answers a {@link jakarta.ws.rs.core.Response}: with the header {@code Idempotency-Key} the request is carried out
 * once, and a repetition gets the first answer. The method runs in one transaction, in which the answer is kept.
 */
@InterceptorBinding
@Target({ ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** Whether a request without a key is refused. */
    @Nonbinding
    boolean required() default false;
}
