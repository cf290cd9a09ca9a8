package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.act.ActedRecord;
import org.surety.commitments.act.ActedRecords;
import org.surety.commitments.act.OpenActs;
import org.surety.commitments.authority.Judge;
import org.surety.commitments.authority.Question;
import org.surety.commitments.authority.Verdict;
import org.surety.commitments.party.PartyReference;
import org.surety.commitments.party.PartyReferences;
import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Versions;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.Violations;

/**
 * How parties join and leave instruments. A party says it itself, by a person whose authority is judged as with commitments; the party whose
 * record it is, and the coordinator, write down of other parties what the public record says.
 */
@ApplicationScoped
class InstrumentActs implements ActedRecords {

    private final InstrumentRepository instruments;
    private final InstrumentAuthors authors;
    private final InstrumentAnswers answers;
    private final PartyReferences parties;
    private final Judge judge;
    private final OpenActs openActs;
    private final ChangeLog log;
    private final Today today;

    InstrumentActs(InstrumentRepository instruments, InstrumentAuthors authors, InstrumentAnswers answers, PartyReferences parties,
            Judge judge, OpenActs openActs, ChangeLog log, Today today) {
        this.instruments = instruments;
        this.authors = authors;
        this.answers = answers;
        this.parties = parties;
        this.judge = judge;
        this.openActs = openActs;
        this.log = log;
        this.today = today;
    }

    /** A party adopts or signs, or denounces. */
    @Transactional
    InstrumentRepresentation take(UUID id, long version, Step said) {
        Instrument instrument = instruments.require(id);
        Step step = said.party() == null ? said.of(authors.ownParty()) : said;
        boolean own = step.party() != null && authors.speaksFor(step.party());
        check(step, own, instrument.series());
        if (!own) {
            authors.require(instrument.party(), instrument.label(), step.source() != null);
        }
        Versions.require(version, instrument.version());
        requireParty(step.party(), instrument.series());
        if (instrument.has(step)) {
            return answers.of(instrument);
        }
        instrument.requireAllowed(step);
        if (own) {
            judge.requireOf(step.party(), step.person(), "person");
        }
        InstrumentAct act = judged(instrument, step);
        instrument.add(act);
        log.append(() -> act.joins()
                ? InstrumentEvents.joined(instrument, act.doneOn())
                : InstrumentEvents.denounced(instrument, act.doneOn()));
        if (!act.tookEffect()) {
            openActs.note(new OpenActs.OpenAct(act.id(), ActedRecord.INSTRUMENT, instrument.id()), act.person());
        }
        return answers.of(instrument);
    }

    @Override
    public ActedRecord kind() {
        return ActedRecord.INSTRUMENT;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Verdict judgeAgain(OpenActs.OpenAct next, LocalDate day) {
        Instrument instrument = instruments.require(next.record());
        InstrumentAct act = instrument.act(next.act());
        Verdict verdict = judge.judge(question(instrument, act));
        if (instrument.judge(act.id(), verdict)) {
            log.append(REVIEW, () -> InstrumentEvents.judged(instrument, day));
        }
        return verdict;
    }

    private void check(Step step, boolean own, Series series) {
        Violations violations = new Violations()
                .check(step.party() != null && step.party().matches("[A-Z]{2,12}"), "party", "must be the code of a party")
                .check(step.kind() != null, "kind", "must be stated")
                .check(step.doneOn() == null || series == Series.EXERCISE || !step.doneOn().isAfter(today.day()), "doneOn",
                        "must not be in the future");
        if (own) {
            violations.check(step.person() != null, "person", "must be stated: the id of the person who acts")
                    .optionalText(step.source(), "source", Violations.MAX_TEXT);
        } else {
            violations.check(step.person() == null, "person", "is for the party alone to name")
                    .check(step.doneOn() != null, "doneOn", "must be stated of the public record")
                    .text(step.source(), "source", Violations.MAX_TEXT);
        }
        if (step.kind() == InstrumentActKind.DENOUNCED) {
            violations.text(step.reason(), "reason", Violations.MAX_TEXT);
        }
        violations.refuse();
    }

    private void requireParty(String code, Series series) {
        PartyReference party = parties.find(code).orElseThrow(() -> new InvalidRequest("party",
                "is not known here; a party registered a moment ago is known within seconds"));
        if (party.series() != series) {
            throw new InvalidRequest("party", "is of the series " + party.series() + ", the instrument is of " + series);
        }
    }

    private InstrumentAct judged(Instrument instrument, Step step) {
        LocalDate day = step.doneOn() == null ? today.day() : step.doneOn();
        InstrumentAct act = new InstrumentAct(UUID.randomUUID(), step.party(), step.kind(), step.person(),
                step.act(instrument.description().binding()), day, step.source(), step.reason(), null);
        return act.person() == null ? act : act.judged(judge.judge(question(instrument, act)));
    }

    private static Question question(Instrument instrument, InstrumentAct act) {
        String id = instrument.id().toString();
        UUID gathering = instrument.description().gathering();
        return new Question(act.person(), act.party(), act.act(),
                gathering == null ? Set.of(id) : Set.of(id, gathering.toString()), act.doneOn(), instrument.label());
    }
}
