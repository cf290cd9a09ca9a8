package org.surety.acceptance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the running suite, or its API. The first one that asks starts it; the end of the run closes it. */
final class SuiteExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SuiteExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningSuite.class || type == Api.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningSuite suite = context.getRoot().getStore(NAMESPACE).computeIfAbsent(RunningSuite.class, type -> RunningSuite.start(),
                RunningSuite.class);
        return parameter.getParameter().getType() == Api.class ? suite.api() : suite;
    }
}
