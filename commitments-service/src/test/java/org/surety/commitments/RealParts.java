package org.surety.commitments;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.surety.local.ServiceTestParts;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** A running service on a real database, a real broker and real tokens, beside a feed of delegation-service. */
@WithTestResource(value = ServiceTestParts.class, scope = TestResourceScope.GLOBAL, initArgs = @ResourceArg(name = "service", value = "commitments-service"))
@WithTestResource(value = OwnersFeed.class, scope = TestResourceScope.GLOBAL)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealParts {
}
