package org.surety.commitments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.commitments.delegations.DelegationProjector;
import org.surety.commitments.delegations.GrantProjector;
import org.surety.commitments.delegations.PersonProjector;
import org.surety.commitments.party.PartyProjector;
import org.surety.commitments.requirement.RequirementProjector;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.DelegationState;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyKind;
import org.surety.contracts.PartyState;
import org.surety.contracts.PersonState;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Rank;
import org.surety.contracts.Series;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;
import org.surety.kit.label.SystemViewer;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What the service is to know of others in a test, brought through the projectors as the others' changes would bring it. */
@ApplicationScoped
public class Known {

    private static final UUID LOG = UUID.randomUUID();

    private final PartyProjector parties;
    private final PersonProjector persons;
    private final GrantProjector grants;
    private final DelegationProjector delegations;
    private final RequirementProjector requirements;
    private final ObjectMapper json;

    Known(PartyProjector parties, PersonProjector persons, GrantProjector grants, DelegationProjector delegations,
            RequirementProjector requirements, ObjectMapper json) {
        this.parties = parties;
        this.persons = persons;
        this.grants = grants;
        this.delegations = delegations;
        this.requirements = requirements;
        this.json = json;
    }

    /** The parties, members of the coalition, each with a person who can act for it. */
    public void parties(String... codes) {
        List<ReceivedChange> changes = new ArrayList<>();
        for (String code : codes) {
            PartyState state = new PartyState(code, Series.ofParty(code), PartyKind.STATE, Map.of("en", code),
                    List.of(new PartyState.Attribute(PartyAttribute.COALITION_MEMBER, null, null, null)), null);
            changes.add(change("party.registered", code, 1, Label.openToAll(), state));
        }
        SystemViewer.transaction(() -> parties.apply(changes));
        for (String code : codes) {
            person(new PersonState(actor(code), code, Rank.SENIOR_OFFICIAL, null), 1, Label.openToAll());
        }
    }

    /** The party as it is from now on, whatever a test said of it before: a member of the coalition until a day, null: without an end. */
    public void memberUntil(String code, LocalDate day) {
        long version = Instant.now().toEpochMilli();
        PartyState state = new PartyState(code, Series.ofParty(code), PartyKind.STATE, Map.of("en", code),
                List.of(new PartyState.Attribute(PartyAttribute.COALITION_MEMBER, null, day, null)), null);
        SystemViewer.transaction(() -> parties.apply(List.of(change("party.amended", code, version, Label.openToAll(), state))));
    }

    /** The person of the party who acts where it does not matter who does. */
    public static UUID actor(String party) {
        return UUID.nameUUIDFromBytes(party.getBytes(StandardCharsets.UTF_8));
    }

    /** The body of an act by that person; more fields may follow. */
    public static String act(String party, String more) {
        return "{\"person\": \"" + actor(party) + "\"" + more + "}";
    }

    /** A new person of the party. */
    public UUID person(String party, Rank rank, Label label) {
        UUID id = UUID.randomUUID();
        person(new PersonState(id, party, rank, null), 1, label);
        return id;
    }

    public void person(PersonState state, long version, Label label) {
        String type = state.erasedOn() != null ? "person.erased" : version == 1 ? "person.recorded" : "person.amended";
        SystemViewer.transaction(() -> persons.apply(List.of(change(type, state.id().toString(), version, label, state))));
    }

    public void grant(AuthorityState state, long version, Label label) {
        String type = version == 1 ? "authority.granted" : "authority.amended";
        SystemViewer.transaction(() -> grants.apply(List.of(change(type, state.id().toString(), version, label, state))));
    }

    /** A delegation with these persons as members. */
    public void delegation(UUID id, String party, long version, Label label, UUID... members) {
        DelegationState state = new DelegationState(id, UUID.randomUUID(), party, null, null, null, "UNDISCLOSED", List.of(),
                List.of(members), null, null, null, null, null, null);
        String type = version == 1 ? "delegation.formed" : "delegation.restructured";
        SystemViewer.transaction(() -> delegations.apply(List.of(change(type, id.toString(), version, label, state))));
    }

    /** A requirement of the exercise under MULTINATIONAL_FORCE, open to all. */
    public UUID requirement(String unit, Kind... kinds) {
        return requirement(Series.EXERCISE, PriorityCode.MULTINATIONAL_FORCE, unit, false, Label.openToAll(), kinds);
    }

    public UUID requirement(Series series, PriorityCode priority, String unit, boolean withdrawn, Label label, Kind... kinds) {
        UUID id = UUID.randomUUID();
        Map<String, Object> state = Map.of("id", id, "series", series, "priority", priority, "title", "A need of " + unit, "unit",
                unit,
                "quantity", 100, "minimum", 10, "domain", "LAND", "kinds", kinds, "withdrawn", withdrawn);
        SystemViewer.transaction(() -> requirements
                .apply(List
                        .of(change(withdrawn ? "requirement.withdrawn" : "requirement.stated", id.toString(), 1, label, state))));
        return id;
    }

    /** A requirement of the exercise that has to be met on the territory of a host. */
    public UUID hosted(String unit, Domain domain, String host, Kind... kinds) {
        UUID id = UUID.randomUUID();
        Map<String, Object> state = new HashMap<>(Map.of("id", id, "series", Series.EXERCISE, "priority",
                PriorityCode.MULTINATIONAL_FORCE, "title", "A need of " + unit, "unit", unit, "quantity", 100, "minimum", 10,
                "domain",
                domain, "kinds", kinds, "withdrawn", false));
        state.put("host", host);
        SystemViewer.transaction(
                () -> requirements.apply(List.of(change("requirement.stated", id.toString(), 1, Label.openToAll(), state))));
        return id;
    }

    public ReceivedChange change(String type, String subject, long version, Label label, Object state) {
        try {
            return new ReceivedChange(UUID.randomUUID(), "org.surety." + type + ".v1", subject, version, version, LOG,
                    Instant.now(), label,
                    json.readTree(json.writeValueAsBytes(state)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
