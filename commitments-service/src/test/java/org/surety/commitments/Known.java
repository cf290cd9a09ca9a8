package org.surety.commitments;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.commitments.party.PartyProjector;
import org.surety.commitments.requirement.RequirementProjector;
import org.surety.contracts.Kind;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyKind;
import org.surety.contracts.PartyState;
import org.surety.contracts.PriorityCode;
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
    private final RequirementProjector requirements;
    private final ObjectMapper json;

    Known(PartyProjector parties, RequirementProjector requirements, ObjectMapper json) {
        this.parties = parties;
        this.requirements = requirements;
        this.json = json;
    }

    /** The parties: exercise states XAA to XAC and members of the coalition, real ones as far as they are named. */
    public void parties(String... codes) {
        List<ReceivedChange> changes = new ArrayList<>();
        for (String code : codes) {
            PartyState state = new PartyState(code, Series.ofParty(code), PartyKind.STATE, Map.of("en", code),
                    List.of(new PartyState.Attribute(PartyAttribute.COALITION_MEMBER, null, null, null)), null);
            changes.add(change("party.registered", code, 1, Label.openToAll(), state));
        }
        SystemViewer.transaction(() -> parties.apply(changes));
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
