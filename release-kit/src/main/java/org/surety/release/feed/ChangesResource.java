package org.surety.release.feed;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.actor.Role;
import org.surety.kit.log.LogConfig;
import org.surety.kit.problem.InvalidRequest;
import org.surety.release.audit.EmptyIsNoRead;
import org.surety.release.feed.ReleasedLog.Page;
import org.surety.release.feed.ReleasedLog.Told;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/**
 * The log of this service as it is released to whoever asks, over HTTP. The raw form has a path of its own and other roles. Left out of this
 * service's API document: outside, the gateway answers at this path for all services and describes what it makes of them.
 */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
class ChangesResource {

    static final int MAX_LIMIT = 500;
    static final int DEFAULT_LIMIT = 100;

    /** The longest wait: below the 30 s after which proxies in between may give up. */
    static final int MAX_WAIT_SECONDS = 20;

    private static final String NOW = "now";

    /** Those that decide what is seen, or who may ask: other roles of a token do not part listeners from one another. */
    private static final Set<String> ROLES = Set.of(Role.READER, Role.EDITOR, Role.COORDINATOR, Role.AUDITOR,
            Role.DISPLAY);

    private final ReleasedLog log;
    private final Waiting waiting;
    private final Places places;
    private final CurrentActor actor;
    private final ReleaseConfig config;
    private final String source;

    ChangesResource(ReleasedLog log, Waiting waiting, Places places, CurrentActor actor, ReleaseConfig config, LogConfig owner) {
        this.log = log;
        this.waiting = waiting;
        this.places = places;
        this.actor = actor;
        this.config = config;
        this.source = "/" + owner.owner().orElseThrow();
    }

    @GET
    @Blocking
    @EmptyIsNoRead
    @RolesAllowed({ Role.READER, Role.EDITOR, Role.COORDINATOR, Role.AUDITOR})
    @Operation(hidden = true)
    public Uni<RestResponse<ReleasedChanges>> changes(
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit,
            @QueryParam("wait") Integer wait) {
        int most = (int) InvalidRequest.between("limit", limit == null ? DEFAULT_LIMIT : limit, 1, MAX_LIMIT);
        long seconds = InvalidRequest.between("wait", wait == null ? 0 : wait, 0, MAX_WAIT_SECONDS);
        Actor viewer = viewer();
        if (NOW.equals(after)) {
            return Uni.createFrom().item(answer(viewer, Page.none(log.head(viewer))));
        }
        Page page = log.read(viewer, after == null ? null : places.open(after, viewer), most);
        Uni<Page> told = page.isEmpty() && seconds > 0
                ? waiting.await(new Waiting.Question(viewer, page.next(), most), Duration.ofSeconds(seconds))
                : Uni.createFrom().item(page);
        return told.map(found -> answer(viewer, found));
    }

    /** Party and roles, of which all follows that is shown: who has the same is told the same. */
    private Actor viewer() {
        Actor who = actor.require();
        return new Actor(null, null, who.party(),
                who.roles().stream().filter(ROLES::contains).collect(Collectors.toUnmodifiableSet()));
    }

    private RestResponse<ReleasedChanges> answer(Actor viewer, Page page) {
        return RestResponse.ResponseBuilder.ok(new ReleasedChanges(
                page.told().stream().map(told -> change(told, places.close(page.from().at(told.sequence()), viewer))).toList(),
                places.close(page.next(), viewer), page.more())).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private ReleasedChange change(Told told, String cursor) {
        return new ReleasedChange(told.id(), told.type(), source, told.subject(), told.withdrawn() ? null : href(told),
                told.recordedAt(),
                told.effectiveOn(), told.party(), told.series(), told.changed(), told.withdrawn(), cursor);
    }

    private String href(Told told) {
        String address = config.address().getOrDefault(told.record(), config.address().get(told.record() + "." + told.kind()));
        return address == null ? null : address.replace("{id}", told.subject()).replace("{kind}", String.valueOf(told.kind()));
    }
}
