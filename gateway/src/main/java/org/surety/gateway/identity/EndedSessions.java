package org.surety.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;

/**
 * Sessions that were ended while their cookie may still be somewhere. Each is remembered for longer than the tokens in a cookie live;
 * after that the identity provider, which has ended it too, gives no new ones. Only this process knows of them.
 */
@Singleton
public class EndedSessions {

    /** A few bytes each. So many ends within the time of one token are no day's work of a ministry; the oldest go first then. */
    private static final int MOST = 100_000;

    private final Duration keep;
    private final Clock clock;
    private final Map<String, Instant> ended = new LinkedHashMap<>();

    @Inject
    EndedSessions(GatewayConfiguration configuration) {
        this(configuration.session().rememberEnded(), Clock.systemUTC());
    }

    EndedSessions(Duration keep, Clock clock) {
        this.keep = keep;
        this.clock = clock;
    }

    /** @param session the identity provider's id of the session, the claim {@code sid} */
    public synchronized void end(String session) {
        Instant now = clock.instant();
        Iterator<Instant> oldest = ended.values().iterator();
        while (oldest.hasNext() && (oldest.next().isBefore(now.minus(keep)) || ended.size() >= MOST)) {
            oldest.remove();
        }
        ended.remove(session);
        ended.put(session, now);
    }

    public synchronized boolean contains(String session) {
        Instant at = ended.get(session);
        return at != null && !at.isBefore(clock.instant().minus(keep));
    }
}
