package org.surety.gateway.identity;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;

/**
 * Ready once tokens can be checked. The probe itself is what keeps trying, for without readiness no request would come that
 * could. The services are not asked: one that is away must not take the door down for the others.
 */
@Readiness
class IdentityProviderReadiness implements AsyncHealthCheck {

    private final IdentityProviderLink provider;

    IdentityProviderReadiness(IdentityProviderLink provider) {
        this.provider = provider;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return provider.establish()
                .map(established -> HealthCheckResponse.named("identity provider known").status(established).build());
    }
}
