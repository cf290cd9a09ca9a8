package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.surety.commitments.act.Act;
import org.surety.commitments.act.ActKind;
import org.surety.commitments.authority.Verdict;
import org.surety.commitments.condition.Condition;
import org.surety.commitments.delivery.Promise;
import org.surety.commitments.readiness.ReadinessStatement;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CommitmentState.Decision;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Relations;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.kit.label.Label;
import org.surety.kit.problem.NotPermitted;

/**
 * What a party promises. The ministry drafts it, and nobody outside sees the draft; it may be thrown away. A person files it for the
 * party, which makes it a promise, seen by whom its label releases it to: from then on it counts as pledged. The government decides, and it
 * counts as committed, if the person had authority. What was filed never disappears: it is withdrawn, for a reason, and stays readable.
 */
@Entity
@Table(name = "commitment")
class Commitment {

    /** They are all in each event, which has 64 KB: one a quarter for 25 years. */
    static final int MAX_READINESS_STATEMENTS = 100;

    private static final List<String> AMOUNTS = List.of("quantity", "money", "euroValue", "contributions");

    @Id
    private UUID id;

    @Version
    private long version = 1;

    /** Given by the database with the row; null until it is read again. */
    @Column(insertable = false, updatable = false)
    private Long number;

    private String party;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    @Embedded
    private Terms terms;

    @Column(name = "external_id")
    private String externalId;

    private String mapping;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "as_given")
    private Map<String, String> asGiven;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Column(name = "effective_on")
    private LocalDate effectiveOn;

    @Column(name = "decision_source")
    private String decisionSource;

    @Column(name = "withdrawn_on")
    private LocalDate withdrawnOn;

    @Column(name = "withdrawal_reason")
    private String withdrawalReason;

    @Enumerated(EnumType.STRING)
    private BindingForm binding;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Act> acts = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private AuthorityAnswer authority;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ReadinessStatement> readiness = new ArrayList<>();

    /** Of other parties; the rest is its own. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Share> shares = new ArrayList<>();

    @Column(name = "filing_label")
    private String filingLabel;

    @Column(name = "audience_id")
    private int audience;

    /** Null: the label of the record. */
    @Column(name = "amounts_label")
    private String amountsLabel;

    @Column(name = "amounts_audience_id")
    private Integer amountsAudience;

    protected Commitment() {
    }

    /** A new draft, which only its party sees. The description has been found to keep the rules. */
    static Commitment draft(UUID id, Pledge pledge, Series series, CommitmentDescription description) {
        Commitment commitment = new Commitment();
        commitment.id = id;
        commitment.party = pledge.party();
        commitment.series = series;
        commitment.basis = pledge.basis();
        commitment.externalId = pledge.externalId();
        commitment.state = State.DRAFT;
        commitment.take(description);
        commitment.shares = description.shares().stream().map(Share.Described::awaited).toList();
        return commitment;
    }

    /** Takes the new description; answers what changed, nothing when it says what was known. */
    List<String> amend(CommitmentDescription description) {
        requireAllowed("amendment");
        List<String> changed = changes(description);
        if (!changed.isEmpty()) {
            // Who has confirmed a share of it has not confirmed a share of something else.
            boolean another = AMOUNTS.stream().anyMatch(changed::contains);
            take(description);
            shares = description.shares().stream().map(said -> shares.stream().filter(share -> share.party().equals(said.party()))
                    .findFirst().map(share -> share.saidAnew(said, another)).orElseGet(said::awaited)).toList();
        }
        return changed;
    }

    boolean wouldChange(CommitmentDescription description) {
        return !changes(description).isEmpty();
    }

    private List<String> changes(CommitmentDescription description) {
        List<String> changed = new ArrayList<>(description().differences(description));
        if (!description.label().ownedBy(party, series).key().equals(filingLabel)) {
            changed.add("label");
        }
        if (!Objects.equals(amountsKey(description), amountsLabel)) {
            changed.add("amountsLabel");
        }
        return changed;
    }

    /** Makes the draft a promise under the label that was meant for it. */
    void file(BindingForm form, Act filing) {
        requireFilable();
        state = State.FILED;
        binding = form;
        authority = filing.verdict().answer();
        acts.add(filing);
    }

    void requireFilable() {
        requireAllowed("filings");
    }

    /** Notes the government's decision; false when it is the one known. */
    boolean decide(Decision taken) {
        if (state == State.FILED && taken.equals(decision())) {
            return false;
        }
        requireAllowed("decisions");
        decidedOn = taken.decidedOn();
        effectiveOn = taken.effectiveOn();
        decisionSource = taken.source();
        return true;
    }

    /** Takes a statement of its readiness; false when it is what was said last. */
    boolean stateReadiness(ReadinessStatement said) {
        if (state == State.FILED && !readiness.isEmpty() && readiness.get(readiness.size() - 1).agreesWith(said)) {
            return false;
        }
        requireAllowed("readiness-statements");
        readiness = new ArrayList<>(readiness);
        readiness.add(said);
        return true;
    }

    /** Refuses where nothing can be delivered: nothing is promised yet, or no more. */
    void requireDeliverable() {
        requireAllowed("deliveries");
    }

    /** Whether this withdrawal is on record already, whatever came of it. */
    boolean hasWithdrawal(WithdrawalRequest said) {
        return acts.stream()
                .anyMatch(act -> act.says(ActKind.WITHDRAWAL, said.person(), said.doneOn(), said.source(), said.reason()));
    }

    void requireWithdrawable() {
        requireAllowed("withdrawals");
    }

    /** Takes the promise back; without authority the attempt is noted, and the promise stands until the authority is established. */
    void withdraw(Act withdrawal, LocalDate day) {
        requireWithdrawable();
        acts.add(withdrawal);
        takeBack(withdrawal, day);
    }

    /** Refuses a party that has no share of it, and one that would do with it what cannot be done. */
    void requireShared(String by, String act) {
        if (shares.stream().noneMatch(share -> share.party().equals(by))) {
            throw new NotPermitted("A party confirms and withdraws its own share; " + by + " has none of this commitment.");
        }
        requireAllowed(act);
    }

    /** Whether the share of the party is in this state, or this act on it is on record already, whatever came of it. */
    boolean hasShare(String of, ShareState state, Predicate<Act> said) {
        return shares.stream().filter(share -> share.party().equals(of))
                .anyMatch(share -> share.state() == state || share.act() != null && said.test(act(share.act())));
    }

    /** Confirms or withdraws the share of the act's party; without authority the attempt is noted. */
    void share(Act act) {
        acts.add(act);
        shares.stream().filter(share -> share.party().equals(act.party())).findFirst().ifPresent(share -> takeEffect(act, share));
    }

    private void takeEffect(Act act, Share share) {
        Share after = !act.verdict().holds()
                ? share.noting(act.id())
                : act.kind() == ActKind.SHARE_CONFIRMATION ? share.confirmed(act.doneOn(), act.id()) : share.withdrawn(act.id());
        shares = shares.stream().map(one -> one == share ? after : one).toList();
    }

    /** What promising is in the terms of authority. */
    static KindOfAct promising(BindingForm binding) {
        return binding == BindingForm.LEGAL ? KindOfAct.CONSENT_TO_BE_BOUND : KindOfAct.POLITICAL_PROMISE;
    }

    /** What taking it back is in the terms of authority. */
    KindOfAct withdrawalAct() {
        return binding == BindingForm.LEGAL ? KindOfAct.TERMINATION : KindOfAct.POLITICAL_PROMISE;
    }

    /** Takes a new verdict on an act; false when it says what was known. */
    boolean judge(UUID id, Verdict verdict, LocalDate day) {
        Act act = act(id);
        if (act.verdict().agreesWith(verdict)) {
            return false;
        }
        Act judged = act.judged(verdict);
        acts = new ArrayList<>(acts);
        acts.replaceAll(one -> one.id().equals(id) ? judged : one);
        switch (judged.kind()) {
            case FILING -> authority = verdict.answer();
            case WITHDRAWAL -> takeBack(judged, day);
            case SHARE_CONFIRMATION, SHARE_WITHDRAWAL ->
                shares.stream().filter(share -> judged.id().equals(share.act())).findFirst()
                        .ifPresent(share -> takeEffect(judged, share));
        }
        return true;
    }

    private void takeBack(Act withdrawal, LocalDate day) {
        if (state == State.FILED && withdrawal.verdict().holds()) {
            state = State.WITHDRAWN;
            withdrawnOn = day;
            withdrawalReason = withdrawal.reason();
        }
    }

    /** Where it was in its life on a day, by the days on which its acts were done; empty: not filed yet, or a draft. */
    Optional<State> stateOn(LocalDate day) {
        LocalDate filedOn = firstDay(ActKind.FILING).orElse(terms.announcedOn());
        if (state == State.DRAFT || filedOn != null && filedOn.isAfter(day)) {
            return Optional.empty();
        }
        LocalDate takenBackOn = firstDay(ActKind.WITHDRAWAL).orElse(withdrawnOn);
        return Optional.of(takenBackOn != null && !takenBackOn.isAfter(day) ? State.WITHDRAWN : State.FILED);
    }

    /** Of filings the first, of withdrawals the first that took effect. */
    private Optional<LocalDate> firstDay(ActKind kind) {
        return acts.stream().filter(act -> act.kind() == kind && (kind == ActKind.FILING || act.verdict().holds()))
                .map(Act::doneOn).min(Comparator.naturalOrder());
    }

    Act act(UUID id) {
        return acts.stream().filter(act -> act.id().equals(id)).findFirst().orElseThrow();
    }

    /** Refuses to throw away what has been promised. */
    void requireDiscardable() {
        requireAllowed("deletion");
    }

    private void requireAllowed(String act) {
        List<String> allowed = allowedActs();
        if (!allowed.contains(act)) {
            throw CommitmentProblem.notAllowed(act, state.name(), allowed);
        }
    }

    /** What can be done with it now: the amendment, the deletion, and the acts by the names they have in a path. */
    List<String> allowedActs() {
        return switch (state) {
            case DRAFT -> List.of("amendment", "deletion", "filings");
            case FILED -> allowedOnceFiled();
            case WITHDRAWN -> List.of();
        };
    }

    private List<String> allowedOnceFiled() {
        List<String> allowed = new ArrayList<>(List.of("amendment"));
        if (decidedOn == null) {
            allowed.add("decisions");
        }
        allowed.add("deliveries");
        if (basis == Basis.GUARANTEE && readiness.size() < MAX_READINESS_STATEMENTS) {
            allowed.add("readiness-statements");
        }
        if (!shares.isEmpty()) {
            allowed.addAll(List.of("share-confirmations", "share-withdrawals"));
        }
        allowed.add("withdrawals");
        return allowed;
    }

    private void take(CommitmentDescription description) {
        terms = Terms.of(description);
        filingLabel = description.label().ownedBy(party, series).key();
        amountsLabel = amountsKey(description);
    }

    /** One that is the record's own is none apart. */
    private String amountsKey(CommitmentDescription description) {
        Label label = description.label().ownedBy(party, series);
        Label amounts = description.amountsLabel() == null
                ? label
                : description.amountsLabel().ownedBy(party, series, "amountsLabel");
        return amounts.equals(label) ? null : amounts.key();
    }

    /** What deliveries of it have to fit. */
    Promise promise() {
        CommitmentDescription said = description();
        return new Promise(id, party, series, label(), amountsLabel().orElseGet(this::label), said.quantity(), said.money());
    }

    CommitmentDescription description() {
        return terms.description(shares.stream().map(Share::described).toList(),
                amountsLabel().map(Label::representation).orElse(null),
                Label.parse(filingLabel).representation());
    }

    Decision decision() {
        return decidedOn == null ? null : new Decision(decidedOn, effectiveOn, decisionSource);
    }

    Withdrawal withdrawal() {
        return withdrawnOn == null ? null : new Withdrawal(withdrawalReason, withdrawnOn);
    }

    /** Who may see it now. */
    Label label() {
        return state == State.DRAFT ? Label.national(party) : Label.parse(filingLabel);
    }

    /** Who may see it once filed. */
    Label filingLabel() {
        return Label.parse(filingLabel);
    }

    /** Who may see its amounts once filed; empty: whoever may see it. Of a draft both are for its party alone. */
    Optional<Label> amountsLabel() {
        return Optional.ofNullable(amountsLabel).map(Label::parse);
    }

    /**
     * Sets the row's audiences.
     *
     * @param of what interns a label
     */
    void showBy(ToIntFunction<Label> of) {
        audience = of.applyAsInt(label());
        amountsAudience = amountsLabel().map(of::applyAsInt).orElse(null);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Long number() {
        return number;
    }

    String party() {
        return party;
    }

    Series series() {
        return series;
    }

    Basis basis() {
        return basis;
    }

    UUID pointOfContact() {
        return terms.pointOfContact();
    }

    UUID instrument() {
        return terms.instrument();
    }

    List<UUID> approvals() {
        return terms.approvals();
    }

    Relations relations() {
        return terms.relations();
    }

    List<Condition> conditions() {
        return terms.conditions();
    }

    BindingForm binding() {
        return binding;
    }

    List<Act> acts() {
        return List.copyOf(acts);
    }

    List<Share> shares() {
        return List.copyOf(shares);
    }

    List<ReadinessStatement> readiness() {
        return List.copyOf(readiness);
    }

    AuthorityAnswer authority() {
        return authority;
    }

    String externalId() {
        return externalId;
    }

    String mapping() {
        return mapping;
    }

    Map<String, String> asGiven() {
        return asGiven;
    }

    State state() {
        return state;
    }
}
