package org.surety.gateway.rate;

import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;

/**
 * What each client has left of one policy, in this process alone. A client's window begins with its first request; when it is over, the
 * whole quota is there again. Who has sent nothing for a window is forgotten without loss. Beyond the most clients that are remembered one
 * that was rarely seen begins anew: a bound of memory that somebody who has thousands of identities could use.
 */
final class Quotas {

    private final Policy policy;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets;

    Quotas(Policy policy, int most, TimeMeter clock) {
        this.policy = policy;
        this.clock = clock;
        // On the caller's thread: forgetting is quick, and the gateway has no other threads for it.
        this.buckets = Caffeine.newBuilder().maximumSize(most).expireAfterAccess(policy.window()).ticker(clock::currentTimeNanos)
                .executor(Runnable::run).build();
    }

    Policy policy() {
        return policy;
    }

    /** Counts a request. */
    Standing take(String client) {
        ConsumptionProbe probe = buckets.get(client, first -> bucket()).tryConsumeAndReturnRemaining(1);
        return Standing.of(policy, probe.isConsumed(), probe.getRemainingTokens(),
                probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
    }

    /** Where the client stands if it has used up its quota; counts nothing. */
    Optional<Standing> exhausted(String client) {
        Bucket bucket = buckets.getIfPresent(client);
        if (bucket == null) {
            return Optional.empty();
        }
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Standing.of(policy, false, 0, probe.getNanosToWaitForRefill()));
    }

    /** How many clients are remembered. */
    long clients() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(policy.quota()).refillIntervally(policy.quota(), policy.window()))
                .withCustomTimePrecision(clock).build();
    }
}
