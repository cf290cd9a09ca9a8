package org.surety.commitments;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.surety.local.ServiceTestParts;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** A running service on a real database, a real broker and real tokens. */
@WithTestResource(value = ServiceTestParts.class, scope = TestResourceScope.GLOBAL, initArgs = @ResourceArg(name = "service", value = "commitments-service"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealParts {
}
