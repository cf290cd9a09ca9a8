package org.surety.gateway.identity;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.smallrye.mutiny.Uni;

/**
 * Knows whether the identity provider's discovery document and keys have been read. Once read they are kept: a provider that
 * goes away later takes nothing with it but new logins and new keys.
 * <p>
 * The extension would by itself try a new connection for every request while the provider is away; here all requests and probes
 * share one attempt.
 */
@Singleton
public class IdentityProviderLink {

    private static final Logger LOG = Logger.getLogger(IdentityProviderLink.class);
    /** After a failed attempt the next one waits so long: a refused connection fails at once, and requests come in thousands. */
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final TenantConfigBean tenants;
    private final AtomicReference<Uni<Boolean>> attempt = new AtomicReference<>();
    private volatile long failedNanos = System.nanoTime() - PAUSE_NANOS;

    IdentityProviderLink(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    public boolean established() {
        return tenants.getDefaultTenant().ready() && browser().ready();
    }

    /** Joins the attempt under way or starts one. True if the link is established when it ends; never fails. */
    public Uni<Boolean> establish() {
        if (established()) {
            return Uni.createFrom().item(true);
        }
        if (System.nanoTime() - failedNanos < PAUSE_NANOS) {
            return Uni.createFrom().item(false);
        }
        Uni<Boolean> mine = Uni.createFrom().deferred(() -> tenants.getDefaultTenant().initialize())
                .chain(() -> browser().initialize())
                .map(ready -> established())
                .onFailure().invoke(failure -> LOG.debugf("The identity provider cannot be reached: %s", failure.getMessage()))
                .onFailure().recoverWithItem(false)
                .invoke(this::ended)
                .memoize().indefinitely();
        Uni<Boolean> shared = attempt.compareAndExchange(null, mine);
        return shared == null ? mine : shared;
    }

    /** What needs the link, once there is one; fails with {@code identity-provider-unavailable} if there is none. */
    <T> Uni<T> once(Supplier<Uni<T>> step) {
        return established()
                ? Uni.createFrom().deferred(step::get)
                : establish().chain(there -> there ? step.get() : Uni.createFrom().failure(ProviderAway.refusal()));
    }

    /** The programs' configuration and the browser's are of one provider; both read its keys. */
    TenantConfigContext browser() {
        return tenants.getStaticTenant(Tenant.BROWSER);
    }

    private void ended(boolean established) {
        if (!established) {
            failedNanos = System.nanoTime();
        }
        attempt.set(null);
    }
}
