package org.surety.priorities.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.CommitmentState.Act;
import org.surety.contracts.CommitmentState.Caveat;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.CommitmentState.Decision;
import org.surety.contracts.CommitmentState.Readiness;
import org.surety.contracts.CommitmentState.Trigger;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Ground;
import org.surety.contracts.Kind;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Money;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Quantity;
import org.surety.contracts.ReadinessLevel;
import org.surety.contracts.Relations;
import org.surety.contracts.Series;
import org.surety.contracts.TriggerKind;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A version of a commitment of commitments-service, as its change says it. Each act gives the next version. */
public record SampleCommitment(UUID id, long version, String type, Label label, CommitmentState state) {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** A filed force contribution to the multinational force, open to all, without an end. */
    public static SampleCommitment of(String party) {
        return filed(party, Map.of("basis", Basis.GUARANTEE, "kind", Kind.FORCE_CONTRIBUTION, "title", "A promise", "priority",
                PriorityCode.MULTINATIONAL_FORCE, "quantity", Quantity.undisclosed(Undisclosed.NOT_DECIDED, null), "announcedOn",
                DisclosedDay.of(LocalDate.of(2026, 1, 6))));
    }

    /** Aid that was given before; the value in euro is null when it is undisclosed. */
    public static SampleCommitment earlier(String party, String category, Kind kind, Money euro) {
        return filed(party, Map.of("basis", Basis.EARLIER_SUPPORT, "kind", kind, "title", "Aid", "quantity",
                Quantity.undisclosed(Undisclosed.UNKNOWN, null), "group", "G1")).with("commitment.filed", "category", category)
                .with("commitment.filed", "euroValue", euro);
    }

    private static SampleCommitment filed(String party, Map<String, Object> fields) {
        UUID id = UUID.randomUUID();
        ObjectNode state = JSON.valueToTree(fields);
        state.put("id", id.toString()).put("party", party).put("series", Series.ofParty(party).name()).put("state", "FILED")
                .putArray("contributions");
        return new SampleCommitment(id, 1, "commitment.filed", Label.openToAll(), JSON.convertValue(state, CommitmentState.class));
    }

    /** The next version, with another value in one field of its state. */
    private SampleCommitment with(String act, String field, Object value) {
        ObjectNode changed = JSON.valueToTree(state);
        changed.set(field, JSON.valueToTree(value));
        return new SampleCommitment(id, version + 1, act, label, JSON.convertValue(changed, CommitmentState.class));
    }

    private SampleCommitment amended(String field, Object value) {
        return with("commitment.amended", field, value);
    }

    public SampleCommitment released(Label to) {
        return new SampleCommitment(id, version + 1, "commitment.amended", to, state);
    }

    public SampleCommitment titled(String title) {
        return amended("title", title);
    }

    public SampleCommitment sharing(List<CommitmentState.Share> shares) {
        return amended("shares", shares);
    }

    /** How much it is is released to these alone; null: to whom the commitment is. */
    public SampleCommitment amountsReleased(Label to) {
        return amended("amountsLabel", to == null ? null : to.key());
    }

    public SampleCommitment contributing(Contribution... parts) {
        return amended("contributions", parts);
    }

    public SampleCommitment contributing(UUID requirement, String quantity) {
        return contributing(new Contribution(requirement, new BigDecimal(quantity), null));
    }

    public SampleCommitment ofKind(Kind kind) {
        return amended("kind", kind);
    }

    public SampleCommitment under(PriorityCode priority) {
        return amended("priority", priority);
    }

    public SampleCommitment during(LocalDate from, LocalDate until) {
        return amended("from", from).amended("until", until);
    }

    public SampleCommitment decided(LocalDate decidedOn, LocalDate effectiveOn) {
        return with("commitment.decided", "decision", new Decision(decidedOn, effectiveOn, "order 7"));
    }

    public SampleCommitment withdrawn() {
        return with("commitment.withdrawn", "state", "WITHDRAWN");
    }

    /** By an act with authority, on a day; the successor, which takes its place, is null where there is none. */
    public SampleCommitment withdrawn(LocalDate day, UUID successor) {
        return amended("acts", List.of(new Act(UUID.randomUUID(), "WITHDRAWAL", UUID.randomUUID(), KindOfAct.POLITICAL_PROMISE, day,
                AuthorityAnswer.YES, Ground.OFFICE, successor, null))).withdrawn();
    }

    public SampleCommitment superseding(UUID... others) {
        return amended("relations", new Relations(List.of(others), null));
    }

    public SampleCommitment supplementing(UUID... others) {
        return amended("relations", new Relations(null, List.of(others)));
    }

    public SampleCommitment amounting(Quantity whole) {
        return amended("quantity", whole);
    }

    /** The act of filing was judged anew. */
    public SampleCommitment judged(AuthorityAnswer authority) {
        return with("commitment.judged", "authority", authority);
    }

    public SampleCommitment needing(List<UUID> approvals) {
        return amended("approvals", approvals);
    }

    public SampleCommitment needing(UUID... approvals) {
        return needing(List.of(approvals));
    }

    public SampleCommitment binding(BindingForm form) {
        return amended("binding", form);
    }

    public SampleCommitment excluding(CaveatKind... caveats) {
        return amended("caveats", Arrays.stream(caveats).map(kind -> new Caveat(kind, null, "a source")).toList());
    }

    public SampleCommitment waitingFor(Condition... conditions) {
        return amended("conditions", conditions);
    }

    public SampleCommitment wakingOn(Trigger... triggers) {
        return amended("triggers", triggers);
    }

    public SampleCommitment wakingOn(TriggerKind... kinds) {
        return wakingOn(Arrays.stream(kinds).map(kind -> new Trigger(kind, null)).toArray(Trigger[]::new));
    }

    /** What was stated of its readiness, in the order of recording. */
    public SampleCommitment stating(Readiness... readiness) {
        return with("commitment.readiness-stated", "readiness", readiness);
    }

    /** Ready from that day on, for a year. */
    public SampleCommitment ready(LocalDate from) {
        return stating(readiness(ReadinessLevel.READY, from, from.plusYears(1)));
    }

    public static Readiness readiness(ReadinessLevel level, LocalDate from, LocalDate until) {
        return new Readiness(UUID.randomUUID(), level, null, null, from, from, until);
    }

    /** Sleeps until a situation of this kind; once called it moves after so many days. Null: nobody knows. */
    public SampleCommitment asleep(TriggerKind trigger, Integer noticeDays) {
        SampleCommitment waiting = wakingOn(trigger);
        LocalDate from = LocalDate.of(2026, 1, 1);
        return noticeDays == null
                ? waiting
                : waiting.stating(new Readiness(UUID.randomUUID(), ReadinessLevel.READY_WITH_NOTICE, noticeDays, null, from, from,
                        from.plusYears(5)));
    }
}
