package org.surety.kit.actor;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;

/** The actor of the current request. */
@ApplicationScoped
public class CurrentActor {

    private final CurrentIdentityAssociation identity;

    CurrentActor(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** The actor, or empty outside a request and for an anonymous one. */
    public Optional<Actor> find() {
        if (OnBehalf.actor() != null) {
            return Optional.of(OnBehalf.actor());
        }
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        SecurityIdentity current = identity.getIdentity();
        if (current.isAnonymous() || !(current.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        String party = current.hasRole(Role.DISPLAY) ? null : token.getClaim("party");
        return Optional.of(new Actor(token.getSubject(), token.getClaim("azp"), party, current.getRoles()));
    }

    /** The actor; to be called where a role annotation has let nobody else pass. */
    public Actor require() {
        return find().orElseThrow(() -> new IllegalStateException("no actor: the method lacks a role annotation"));
    }
}
