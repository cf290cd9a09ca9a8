package org.surety.gateway.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.changes.Feeds;
import org.surety.gateway.changes.MergedCursor;
import org.surety.gateway.changes.Place;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Caller;
import org.surety.gateway.exchange.Session;
import org.surety.gateway.identity.EndedSessions;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;

/**
 * All open streams. Listeners of equal party and equal roles are told the same, so one poller follows for all of them; who begins now, or
 * comes back with a cursor that this process gave lately, joins it at once. Who comes from further back first catches up with a poller of
 * its own, and joins when it is known where it stands in the group's journal.
 */
@Singleton
class Streams {

    private record Viewer(String party, Set<String> roles) {

        static Viewer of(Caller caller) {
            return new Viewer(caller.party(), Set.copyOf(caller.roles()));
        }
    }

    private final Feeds feeds;
    private final Answers answers;
    private final EndedSessions endedSessions;
    private final StreamSettings settings;
    private final Clockwork clock;
    private final MeterRegistry registry;
    private final Map<Viewer, Poller> groups = new HashMap<>();
    private final Map<Viewer, List<Poller>> apart = new HashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger polled = new AtomicInteger();
    private final List<Gauge> gauges;
    private boolean closed;

    Streams(Feeds feeds, Answers answers, EndedSessions endedSessions, GatewayConfiguration configuration, Vertx vertx,
            MeterRegistry registry) {
        this.feeds = feeds;
        this.answers = answers;
        this.endedSessions = endedSessions;
        this.settings = StreamSettings.from(configuration.changes());
        this.clock = new Clockwork(vertx);
        this.registry = registry;
        this.gauges = List.of(
                Gauge.builder("surety.gateway.streams.open", open, AtomicInteger::get).description("Open streams of changes")
                        .register(registry),
                Gauge.builder("surety.gateway.streams.polled", polled, AtomicInteger::get)
                        .description("Groups of listeners, and listeners that catch up: each asks every service")
                        .register(registry));
        ended("too-slow");
    }

    /** The registry outlives a reload of the code, and would go on showing these. */
    @PreDestroy
    void forget() {
        gauges.forEach(registry::remove);
    }

    Feeds feeds() {
        return feeds;
    }

    Answers answers() {
        return answers;
    }

    StreamSettings settings() {
        return settings;
    }

    Clockwork clock() {
        return clock;
    }

    boolean ended(Session session) {
        return endedSessions.contains(session.id());
    }

    /** Opens the stream of this listener, or answers it with a problem. */
    void listen(Listener listener, MergedCursor from) {
        clock.soon(() -> begin(listener, from));
    }

    /** Who begins a group asks the services itself; everybody else is introduced to them first. */
    private void begin(Listener listener, MergedCursor from) {
        if (beginsNow(from) && !groups.containsKey(Viewer.of(listener.caller()))) {
            join(listener, from);
        } else {
            new Introduction(listener, feeds, clock).begin(() -> join(listener, from));
        }
    }

    private boolean beginsNow(MergedCursor from) {
        return from.equals(MergedCursor.everywhere(Place.NOW, feeds.count()));
    }

    /** The client has gone, or was answered. */
    void over(Listener listener) {
        clock.soon(listener::leave);
    }

    private void join(Listener listener, MergedCursor from) {
        if (closed) {
            listener.end("shutdown", null);
            return;
        }
        Viewer viewer = Viewer.of(listener.caller());
        Poller group = groups.get(viewer);
        boolean now = beginsNow(from);
        OptionalLong known = group == null ? OptionalLong.empty() : group.journal().placeOf(from.text());
        boolean another = known.isEmpty() && !(now && group != null);
        if (another && polled.get() >= settings.pollers()) {
            listener.refuse(
                    Problem.passing(ProblemType.UPSTREAM_BUSY, "All places for following the changes are taken. Try again.", null));
            return;
        }
        open.incrementAndGet();
        if (now) {
            if (group == null) {
                group = poller(viewer, from, false);
                groups.put(viewer, group);
            }
            group.add(listener);
        } else if (known.isPresent()) {
            group.add(listener, Footing.at(known.getAsLong(), from));
            listener.open(from.text());
        } else {
            Poller own = poller(viewer, from, true);
            apart.computeIfAbsent(viewer, first -> new ArrayList<>()).add(own);
            own.add(listener);
        }
        count();
    }

    private Poller poller(Viewer viewer, MergedCursor from, boolean paced) {
        return new Poller(feeds, settings, clock, from, paced, () -> settle(viewer));
    }

    /** Who has caught up joins the group, or is the first of it. */
    private void settle(Viewer viewer) {
        for (Poller own : List.copyOf(apart.getOrDefault(viewer, List.of()))) {
            if (own.idle()) {
                settle(viewer, own);
            }
        }
        count();
    }

    private void settle(Viewer viewer, Poller own) {
        Poller group = groups.get(viewer);
        if (group == null) {
            depart(viewer, own);
            groups.put(viewer, own);
            own.lead();
            own.pump();
            return;
        }
        Footing.of(own, group).ifPresent(footing -> {
            depart(viewer, own);
            own.stop();
            List.copyOf(own.listeners()).forEach(listener -> group.add(listener, footing));
        });
    }

    private void depart(Viewer viewer, Poller own) {
        apart.computeIfPresent(viewer, (key, all) -> {
            all.remove(own);
            return all.isEmpty() ? null : all;
        });
    }

    /** A listener has gone; a poller without any goes too. */
    void left(Listener listener) {
        Poller poller = listener.poller();
        if (poller == null) {
            return;
        }
        open.decrementAndGet();
        poller.remove(listener);
        if (poller.stopped()) {
            Viewer viewer = Viewer.of(listener.caller());
            groups.remove(viewer, poller);
            depart(viewer, poller);
        }
        count();
    }

    private void count() {
        polled.set(groups.size() + apart.values().stream().mapToInt(List::size).sum());
    }

    void ends(String reason) {
        ended(reason).increment();
    }

    private Counter ended(String reason) {
        return Counter.builder("surety.gateway.streams.ended").description("Streams that the gateway ended").tag("reason", reason)
                .register(registry);
    }

    static Problem closing() {
        return Problem.passing(ProblemType.UPSTREAM_BUSY, "This gateway is being stopped and opens no stream. Try again.", null);
    }

    void stopping(@Observes ShutdownDelayInitiatedEvent event) {
        clock.soon(this::close);
    }

    void stopping(@Observes ShutdownEvent event) {
        clock.soon(this::close);
    }

    /** At once: nothing of a stream is lost by its end, and everything else that is under way needs the time. */
    private void close() {
        closed = true;
        List<Poller> all = new ArrayList<>(groups.values());
        apart.values().forEach(all::addAll);
        all.forEach(poller -> List.copyOf(poller.listeners()).forEach(listener -> listener.end("shutdown", null)));
    }
}
