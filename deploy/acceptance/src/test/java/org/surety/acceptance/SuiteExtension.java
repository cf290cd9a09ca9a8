package org.surety.acceptance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the running suite, its API, or a browser that looks at it. The first one that asks starts it; the end of the run closes it, the
 * browser before the suite.
 */
final class SuiteExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SuiteExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningSuite.class || type == Api.class || type == BoardBrowser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        RunningSuite suite = store.computeIfAbsent(RunningSuite.class, type -> RunningSuite.start(), RunningSuite.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == BoardBrowser.class) {
            return store.computeIfAbsent(BoardBrowser.class, chromium -> BoardBrowser.start(suite.instance()), BoardBrowser.class);
        }
        return type == Api.class ? suite.api() : suite;
    }
}
