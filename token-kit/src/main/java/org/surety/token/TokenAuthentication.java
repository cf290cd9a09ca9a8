package org.surety.token;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * The extension's check of bearer tokens, and two things more. What is no signed token is refused before anybody takes it apart: the
 * extension trips over some of it, which would be a fault of ours and no refusal. And a token whose key id has proven nothing yet is looked at
 * a second time: the first token of a new key makes the extension read the keys; those that come while it reads are checked against what it
 * had, and would be refused although they are valid.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenAuthentication implements HttpAuthenticationMechanism {

    /** As long as an identity provider needs to hand out its keys, and no longer than a made-up key id is worth. */
    private static final Duration READING = Duration.ofMillis(250);
    /** A realm has two keys or three. */
    private static final int MOST_PROVEN = 16;
    private static final String SCHEME = "Bearer ";
    /** Header, claims and signature, each in base64url. RFC 7515, compact serialization. */
    private static final Pattern SIGNED = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final OidcAuthenticationMechanism oidc;
    private final Set<String> proven = ConcurrentHashMap.newKeySet();

    TokenAuthentication(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        String authorization = context.request().getHeader("authorization");
        if (isBearer(authorization) && !SIGNED.matcher(authorization.substring(SCHEME.length()).strip()).matches()) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        String key = keyId(authorization);
        if (key == null || proven.contains(key)) {
            return oidc.authenticate(context, manager);
        }
        return Uni.createFrom().deferred(() -> oidc.authenticate(context, manager))
                .onFailure().recoverWithUni(() -> later(context).chain(() -> oidc.authenticate(context, manager)))
                .invoke(identity -> proves(key, identity));
    }

    private void proves(String key, SecurityIdentity identity) {
        if (identity != null && !identity.isAnonymous()) {
            if (proven.size() >= MOST_PROVEN) {
                proven.clear();
            }
            proven.add(key);
        }
    }

    /** On the thread of the request, to which everything about it belongs. */
    private static Uni<Void> later(RoutingContext context) {
        return Uni.createFrom()
                .emitter(wait -> context.vertx().setTimer(READING.toMillis(), elapsed -> wait.complete(null)));
    }

    private static boolean isBearer(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** What the token says of its key, or null if it is none that could be checked. */
    private static String keyId(String authorization) {
        if (!isBearer(authorization)) {
            return null;
        }
        int end = authorization.indexOf('.');
        try {
            return end < 0
                    ? null
                    : new JsonObject(
                            new String(Base64.getUrlDecoder().decode(authorization.substring(SCHEME.length(), end).strip()),
                                    StandardCharsets.UTF_8))
                            .getValue("kid") instanceof String id ? id : null;
        } catch (IllegalArgumentException | DecodeException e) {
            return null;
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    @Override
    public int getPriority() {
        return oidc.getPriority();
    }
}
