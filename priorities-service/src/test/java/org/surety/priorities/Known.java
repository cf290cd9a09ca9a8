package org.surety.priorities;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyGroupState;
import org.surety.contracts.PartyKind;
import org.surety.contracts.PartyState;
import org.surety.contracts.Series;
import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.priorities.commitment.ApprovalProjector;
import org.surety.priorities.commitment.CommitmentProjector;
import org.surety.priorities.commitment.DeliveryProjector;
import org.surety.priorities.commitment.InstrumentProjector;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.commitment.SampleDelivery;
import org.surety.priorities.commitment.SampleInstrument;
import org.surety.priorities.engagement.ActivityProjector;
import org.surety.priorities.minimum.MinimumProjector;
import org.surety.priorities.party.PartyGroupProjector;
import org.surety.priorities.party.PartyProjector;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What the service is to know of others in a test, brought through the projectors as the others' changes would bring it. */
@ApplicationScoped
public class Known {

    private static final UUID LOG = UUID.fromString("5b0d9a1e-6f1c-4b51-9c6f-0f0e6c1d2a30");

    private final PartyProjector parties;
    private final PartyGroupProjector groups;
    private final CommitmentProjector commitments;
    private final ApprovalProjector approvals;
    private final InstrumentProjector instruments;
    private final DeliveryProjector deliveries;
    private final ActivityProjector activities;
    private final MinimumProjector minima;
    private final Database database;
    private final ObjectMapper json;
    /** A change that comes again is the same one: by subject and version. */
    private Instant recordedAt;
    private final Map<String, Instant> recorded = new ConcurrentHashMap<>();

    Known(PartyProjector parties, PartyGroupProjector groups, CommitmentProjector commitments, ApprovalProjector approvals,
            InstrumentProjector instruments,
            DeliveryProjector deliveries, ActivityProjector activities, MinimumProjector minima, Database database,
            ObjectMapper json) {
        this.parties = parties;
        this.groups = groups;
        this.commitments = commitments;
        this.approvals = approvals;
        this.instruments = instruments;
        this.deliveries = deliveries;
        this.activities = activities;
        this.minima = minima;
        this.database = database;
        this.json = json;
    }

    /** Members of the coalition. */
    public void members(String... codes) {
        List<ReceivedChange> changes = new ArrayList<>();
        for (String code : codes) {
            changes.add(party(code, 1, new PartyState.Attribute(PartyAttribute.COALITION_MEMBER, null, null, null)));
        }
        parties(changes);
    }

    /** Brings these changes of parties in one batch. */
    public void parties(List<ReceivedChange> changes) {
        SystemViewer.transaction(() -> parties.apply(changes));
    }

    public ReceivedChange party(String code, long version, PartyState.Attribute... attributes) {
        return change("party.registered", code, version, Label.openToAll(),
                new PartyState(code, Series.ofParty(code), PartyKind.STATE, Map.of("en", code), List.of(attributes), null));
    }

    /** A group, released to all, to which these parties always belong; its id. */
    public UUID group(String... codes) {
        UUID id = UUID.randomUUID();
        groups(List.of(group(id, 1, Label.openToAll(),
                Arrays.stream(codes).map(code -> new PartyGroupState.Member(code, null, null))
                        .toArray(PartyGroupState.Member[]::new))));
        return id;
    }

    /** Brings these changes of party groups in one batch. */
    public void groups(List<ReceivedChange> changes) {
        SystemViewer.transaction(() -> groups.apply(changes));
    }

    /** Brings these changes of party groups into the second generation. */
    public void refilledWithGroups(List<ReceivedChange> changes) {
        inSecondGeneration(() -> groups.refill(changes));
    }

    public ReceivedChange group(UUID id, long version, Label label, PartyGroupState.Member... members) {
        return change(version == 1 ? "group.formed" : "group.amended", id.toString(), version, label,
                new PartyGroupState(id, Series.ofParty(members[0].party()), Map.of("en", "Exercise group"), List.of(members)));
    }

    /** Brings commitments in one batch; their acts follow from their versions. */
    public void commitments(SampleCommitment... samples) {
        commitments(Arrays.asList(samples));
    }

    /** Brings commitments in one batch, and looks whether a minimum is crossed by it. */
    public void watched(SampleCommitment... samples) {
        watched(changes(Arrays.asList(samples)), commitments);
    }

    public void watched(SampleApproval... samples) {
        watched(approvalChanges(Arrays.asList(samples)), approvals);
    }

    private void watched(List<ReceivedChange> changes, Projector projector) {
        applying(() -> {
            projector.apply(changes);
            minima.apply(changes);
        });
    }

    public void commitments(List<SampleCommitment> samples) {
        received(changes(samples));
    }

    private List<ReceivedChange> changes(List<SampleCommitment> samples) {
        return samples.stream().map(
                sample -> change(sample.type(), sample.id().toString(), sample.version(), sample.label(), sample.state()))
                .toList();
    }

    /** Brings these changes of commitments in one batch. */
    public void received(List<ReceivedChange> changes) {
        applying(() -> {
            commitments.apply(changes);
            activities.apply(changes);
        });
    }

    /** Brings this change of an approval. */
    public void approval(ReceivedChange change) {
        applying(() -> approvals.apply(List.of(change)));
    }

    public void approvals(List<SampleApproval> samples) {
        applying(() -> approvals.apply(approvalChanges(samples)));
    }

    public void approvals(SampleApproval... samples) {
        approvals(Arrays.asList(samples));
    }

    public void instruments(List<SampleInstrument> samples) {
        applying(() -> instruments.apply(instrumentChanges(samples)));
    }

    /** Brings these changes of deliveries in one batch, in this order. */
    public void deliveries(List<SampleDelivery> samples) {
        applying(() -> deliveries.apply(deliveryChanges(samples)));
    }

    public void deliveries(SampleDelivery... samples) {
        deliveries(Arrays.asList(samples));
    }

    /** Brings all of them into the second generation, and makes it whole. */
    public void refilledWithDeliveries(List<SampleCommitment> world, List<SampleDelivery> delivered) {
        inSecondGeneration(() -> deliveries.refill(deliveryChanges(delivered)));
        refilled(List.of(world));
    }

    private List<ReceivedChange> deliveryChanges(List<SampleDelivery> samples) {
        return samples.stream().map(sample -> {
            ReceivedChange change = change(sample.type(), sample.id().toString(), sample.version(), Label.openToAll(),
                    sample.state());
            return new ReceivedChange(change.id(), change.type(), change.subject(), change.version(), change.sequence(),
                    change.logId(),
                    sample.recordedOn().atTime(12, 0).toInstant(ZoneOffset.UTC), change.label(), change.data());
        }).toList();
    }

    private List<ReceivedChange> instrumentChanges(List<SampleInstrument> samples) {
        return samples.stream()
                .map(sample -> change("instrument.entered", sample.id().toString(), sample.version(), Label.openToAll(),
                        sample.state()))
                .toList();
    }

    private List<ReceivedChange> approvalChanges(List<SampleApproval> samples) {
        return samples.stream()
                .map(sample -> change(sample.type(), sample.id().toString(), sample.version(), Label.openToAll(), sample.state()))
                .toList();
    }

    public void refilled(List<List<SampleCommitment>> batches) {
        refilled(batches, List.of(), List.of());
    }

    /** Brings all of them into the second generation, one batch after the other, and makes it whole. */
    public void refilled(List<List<SampleCommitment>> batches, List<SampleApproval> needed, List<SampleInstrument> agreed) {
        batches.forEach(batch -> inSecondGeneration(() -> commitments.refill(changes(batch))));
        inSecondGeneration(() -> approvals.refill(approvalChanges(needed)));
        inSecondGeneration(() -> instruments.refill(instrumentChanges(agreed)));
        inSecondGeneration(commitments::complete);
    }

    /** As the follower does: one at a time writes, and the watermark is written with it. */
    private void applying(Runnable work) {
        SystemViewer.transaction(() -> {
            database.run(connection -> Database.update(connection,
                    "update watermark set sequence = sequence where owner = 'commitments'"));
            work.run();
        });
    }

    private void inSecondGeneration(Runnable work) {
        SystemViewer.transaction(() -> {
            database.run(connection -> Database.update(connection, "set local search_path to rebuild, public"));
            work.run();
        });
    }

    /** An instant after all that has been brought, and before all that will be. */
    public static Instant instant() {
        Instant before = later(Instant.now());
        later(before);
        return before;
    }

    /** As the database keeps instants. */
    private static Instant later(Instant than) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        while (!now.isAfter(than)) {
            Thread.onSpinWait();
            now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        }
        return now;
    }

    /** What is brought was recorded at this instant. */
    public void recordedAt(Instant instant, Runnable bringing) {
        recordedAt = instant;
        try {
            bringing.run();
        } finally {
            recordedAt = null;
        }
    }

    public ReceivedChange change(String type, String subject, long version, Label label, Object state) {
        try {
            return new ReceivedChange(UUID.randomUUID(), "org.surety." + type + ".v1", subject, version, version, LOG,
                    recorded.computeIfAbsent(subject + " " + version, key -> recordedAt == null ? Instant.now() : recordedAt),
                    label,
                    json.readTree(json.writeValueAsBytes(state)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
