package org.surety.gateway.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.GatewayConfiguration.QuotaConfiguration;
import org.surety.gateway.GatewayConfiguration.RateConfiguration;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * How much one client may ask of the suite through this gateway. A client is a subject by one program: the token's {@code sub} and
 * {@code azp}. So two persons who use the same program do not use up one another's quota, a script of somebody does not lock out the same
 * person's browser, and nobody gets more by fetching a new token. Before there is a verified token a client is a remote address, and what
 * is counted are tokens that were refused: who has sent too many is answered without another look at a token.
 */
@Singleton
public class RateLimits {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Quotas requests;
    private final Quotas unsafe;
    private final Quotas failedTokens;
    private final RemoteAddress remote;
    private final MeterRegistry registry;

    RateLimits(GatewayConfiguration configuration, RemoteAddress remote, MeterRegistry registry) {
        RateConfiguration rates = configuration.rates();
        this.requests = quotas("default", rates.requests(), rates.mostClients());
        this.unsafe = quotas("unsafe", rates.unsafe(), rates.mostClients());
        this.failedTokens = quotas("failed-tokens", rates.failedTokens(), rates.mostClients());
        this.remote = remote;
        this.registry = registry;
        for (Quotas quotas : List.of(requests, unsafe, failedTokens)) {
            refused(quotas.policy());
        }
    }

    private static Quotas quotas(String name, QuotaConfiguration configured, int most) {
        return new Quotas(new Policy(name, configured.quota(), configured.window()), most, TimeMeter.SYSTEM_NANOTIME);
    }

    /** @throws Refusal {@code rate-limited} if the request carries a token and too many from its address were refused lately */
    public void beforeIdentification(Exchange exchange) {
        if (carriesToken(exchange)) {
            failedTokens.exhausted(remote.of(exchange.request()).name()).ifPresent(standing -> {
                throw refusal(exchange, standing);
            });
        }
    }

    /** Counts a token that was refused; a request without one is no attempt. */
    public void identificationFailed(Exchange exchange, Throwable failure) {
        if (carriesToken(exchange) && failure instanceof Refusal refusal
                && refusal.problem().type() == ProblemType.UNAUTHENTICATED) {
            failedTokens.take(remote.of(exchange.request()).name());
        }
    }

    /**
     * Counts a request of a known caller, and lets the answer say what is left.
     *
     * @throws Refusal {@code rate-limited} if it is one too many
     */
    public void count(Exchange exchange) {
        String client = exchange.caller().orElseThrow().counted();
        List<Standing> standings = new ArrayList<>(2);
        standings.add(requests.take(client));
        if (standings.get(0).within() && !SAFE.contains(exchange.request().method().name())) {
            standings.add(unsafe.take(client));
        }
        say(exchange, standings);
        for (Standing standing : standings) {
            if (!standing.within()) {
                throw refusal(exchange, standing);
            }
        }
    }

    private static boolean carriesToken(Exchange exchange) {
        return exchange.request().headers().contains("authorization");
    }

    private static void say(Exchange exchange, List<Standing> standings) {
        exchange.answerWith("ratelimit-policy",
                standings.stream().map(standing -> standing.policy().header()).collect(Collectors.joining(", ")));
        exchange.answerWith("ratelimit", standings.stream().map(Standing::header).collect(Collectors.joining(", ")));
    }

    private Refusal refusal(Exchange exchange, Standing standing) {
        refused(standing.policy()).increment();
        if (exchange.caller().isEmpty()) {
            say(exchange, List.of(standing));
        }
        Policy policy = standing.policy();
        return new Refusal(Problem.after(standing.resetSeconds(), ProblemType.RATE_LIMITED,
                "The policy '" + policy.name() + "' allows " + policy.quota() + " in " + policy.window().toSeconds()
                        + " s. Try again in " + standing.resetSeconds() + " s.",
                null));
    }

    private Counter refused(Policy policy) {
        return Counter.builder("surety.gateway.rate.refused")
                .description("Requests beyond the quota of a policy").tag("policy", policy.name()).register(registry);
    }
}
