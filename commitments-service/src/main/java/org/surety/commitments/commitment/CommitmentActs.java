package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.act.Act;
import org.surety.commitments.act.ActKind;
import org.surety.commitments.act.ActedRecord;
import org.surety.commitments.act.ActedRecords;
import org.surety.commitments.act.OpenActs;
import org.surety.commitments.authority.Judge;
import org.surety.commitments.authority.Question;
import org.surety.commitments.authority.Verdict;
import org.surety.commitments.readiness.ReadinessRequest;
import org.surety.commitments.readiness.ReadinessStatement;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.ShareState;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.problem.Violations;

/**
 * The acts of persons by which a commitment moves: filing and withdrawal. What was judged of the person's authority is kept with the act;
 * an act without it is judged again when more is known, and one that had it is never questioned again.
 */
@ApplicationScoped
public class CommitmentActs implements ActedRecords {

    /** Why what another one takes the place of is withdrawn; the other one is named beside it, to who may see it. */
    private static final String SUPERSEDED = "superseded";

    private final CommitmentService commitments;
    private final CommitmentAnswers answers;
    private final CommitmentRepository repository;
    private final Judge judge;
    private final OpenActs openActs;
    private final CurrentActor actor;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Today today;

    CommitmentActs(CommitmentService commitments, CommitmentAnswers answers, CommitmentRepository repository, Judge judge,
            OpenActs openActs, CurrentActor actor, ChangeLog log, Audiences audiences, Today today) {
        this.commitments = commitments;
        this.answers = answers;
        this.repository = repository;
        this.judge = judge;
        this.openActs = openActs;
        this.actor = actor;
        this.log = log;
        this.audiences = audiences;
        this.today = today;
    }

    /**
     * Makes the draft a promise, and withdraws those whose place it takes. What it contributes to must still be there: the requirements may
     * have changed since it was drafted.
     */
    @Transactional
    CommitmentRepresentation file(UUID id, long version, FilingRequest filing) {
        Commitment commitment = commitments.requireOwn(id, version);
        commitment.requireFilable();
        ActRules.check(filing.person(), filing.doneOn(), filing.source(), commitment.series(), today.day()).refuse();
        commitments.keepRules(commitment.description(), commitment);
        judge.requireOf(commitment.party(), filing.person(), "person");
        List<Commitment> superseded = repository.hold(commitment.relations().supersedes());
        Act act = judged(commitment, ActKind.FILING, filing.person(), filing.act(), filing.doneOn(), filing.source(), null, null);
        commitment.file(filing.bindingOrPolitical(), act);
        commitment.showBy(audiences::intern);
        log.append(() -> CommitmentEvents.filed(commitment, act.doneOn()));
        noteIfOpen(commitment, act);
        superseded.forEach(old -> withdraw(old, judged(old, ActKind.WITHDRAWAL, filing.person(), old.withdrawalAct(),
                filing.doneOn(), filing.source(), SUPERSEDED, commitment.id())));
        return answers.of(commitment);
    }

    @Transactional
    CommitmentRepresentation withdraw(UUID id, long version, WithdrawalRequest said) {
        Commitment commitment = commitments.requireOwn(id, version);
        ActRules.check(said.person(), said.doneOn(), said.source(), commitment.series(), today.day())
                .text(said.reason(), "reason", CommitmentRules.MAX_TEXT).refuse();
        if (commitment.hasWithdrawal(said)) {
            return answers.of(commitment);
        }
        commitment.requireWithdrawable();
        judge.requireOf(commitment.party(), said.person(), "person");
        withdraw(commitment, judged(commitment, ActKind.WITHDRAWAL, said.person(), commitment.withdrawalAct(), said.doneOn(),
                said.source(), said.reason(), null));
        return answers.of(commitment);
    }

    private void withdraw(Commitment commitment, Act act) {
        commitment.withdraw(act, today.day());
        log.append(() -> CommitmentEvents.withdrawn(commitment, act.doneOn()));
        noteIfOpen(commitment, act);
    }

    /** A party that has a share of it confirms it. */
    @Transactional
    CommitmentRepresentation confirmShare(UUID id, long version, ShareConfirmation said) {
        return share(id, version, ActKind.SHARE_CONFIRMATION, said.person(), said.doneOn(), said.source(), null);
    }

    /** A party that has a share of it takes it back. */
    @Transactional
    CommitmentRepresentation withdrawShare(UUID id, long version, WithdrawalRequest said) {
        new Violations().text(said.reason(), "reason", CommitmentRules.MAX_TEXT).refuse();
        return share(id, version, ActKind.SHARE_WITHDRAWAL, said.person(), said.doneOn(), said.source(), said.reason());
    }

    private CommitmentRepresentation share(UUID id, long version, ActKind kind, UUID person, LocalDate doneOn, String source,
            String reason) {
        String party = actor.require().party();
        boolean confirms = kind == ActKind.SHARE_CONFIRMATION;
        Commitment commitment = repository.require(id);
        commitment.requireShared(party, confirms ? "share-confirmations" : "share-withdrawals");
        commitments.requireAmountsSeen(commitment, party);
        Versions.require(version, commitment.version());
        ActRules.check(person, doneOn, source, commitment.series(), today.day()).refuse();
        if (commitment.hasShare(party, confirms ? ShareState.CONFIRMED : ShareState.WITHDRAWN,
                act -> act.says(kind, person, doneOn, source, reason))) {
            return answers.of(commitment);
        }
        judge.requireOf(party, person, "person");
        LocalDate day = doneOn == null ? today.day() : doneOn;
        KindOfAct act = confirms ? Commitment.promising(commitment.binding()) : commitment.withdrawalAct();
        Act done = new Act(UUID.randomUUID(), kind, person, act, day, source, reason, null, party,
                judge.judge(question(commitment, party, person, act, day)));
        commitment.share(done);
        log.append(() -> CommitmentEvents.shared(commitment, day));
        noteIfOpen(commitment, done);
        return answers.of(commitment);
    }

    /** Notes how ready it is said to be. It asks for a person of the party and for no authority. */
    @Transactional
    public CommitmentRepresentation stateReadiness(UUID id, long version, ReadinessRequest said) {
        Commitment commitment = commitments.requireOwn(id, version);
        ReadinessStatement statement = said.statement(commitment.series(), today.day());
        if (commitment.stateReadiness(statement)) {
            judge.requireOf(commitment.party(), said.person(), "person");
            log.append(() -> CommitmentEvents.readinessStated(commitment, statement));
        }
        return answers.of(commitment);
    }

    @Override
    public ActedRecord kind() {
        return ActedRecord.COMMITMENT;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Verdict judgeAgain(OpenActs.OpenAct next, LocalDate day) {
        Commitment commitment = repository.require(next.record());
        Act act = commitment.act(next.act());
        Verdict verdict = judge
                .judge(question(commitment, act.party() == null ? commitment.party() : act.party(), act.person(), act.act(),
                        act.doneOn()));
        State before = commitment.state();
        if (commitment.judge(act.id(), verdict, day)) {
            log.append(REVIEW, () -> CommitmentEvents.judged(commitment, before, day));
        }
        return verdict;
    }

    private Act judged(Commitment commitment, ActKind kind, UUID person, KindOfAct act, LocalDate doneOn, String source,
            String reason, UUID successor) {
        LocalDate day = doneOn == null ? today.day() : doneOn;
        return new Act(UUID.randomUUID(), kind, person, act, day, source, reason, successor, null,
                judge.judge(question(commitment, commitment.party(), person, act, day)));
    }

    private void noteIfOpen(Commitment commitment, Act act) {
        if (!act.verdict().holds()) {
            openActs.note(new OpenActs.OpenAct(act.id(), ActedRecord.COMMITMENT, commitment.id()), act.person());
        }
    }

    private static Question question(Commitment commitment, String party, UUID person, KindOfAct act, LocalDate day) {
        String priority = commitment.description().priority() == null ? null : commitment.description().priority().name();
        String id = commitment.id().toString();
        return new Question(person, party, act, priority == null ? Set.of(id) : Set.of(id, priority), day,
                commitment.filingLabel());
    }
}
