package org.surety.gateway.identity;

import jakarta.inject.Singleton;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;

/**
 * Which of the two OIDC configurations checks a request: the programs' unless the gateway's own code says the browser's. The extension
 * would also choose by a segment of the path or by the name of a cookie, both of which are the client's to make up.
 */
@Singleton
class Tenant implements TenantResolver {

    static final String BROWSER = "browser";

    private static final String CHOSEN = Tenant.class.getName();

    static void browser(RoutingContext context) {
        context.put(CHOSEN, BROWSER);
    }

    @Override
    public String resolve(RoutingContext context) {
        String chosen = context.get(CHOSEN);
        return chosen == null ? OidcUtils.DEFAULT_TENANT_ID : chosen;
    }
}
