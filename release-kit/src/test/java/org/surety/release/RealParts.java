package org.surety.release;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.surety.local.ServiceTestParts;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** What leaves a service, in a small application of its own, on a real database, a real broker and real tokens. */
@WithTestResource(value = ServiceTestParts.class, scope = TestResourceScope.GLOBAL, initArgs = @ResourceArg(name = "database", value = "release"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RealParts {
}
