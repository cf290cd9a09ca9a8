package org.surety.commitments.instrument;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.authority.AuthorityReferences;
import org.surety.commitments.commitment.CommitmentsUnder;
import org.surety.commitments.party.PartyReference;
import org.surety.commitments.party.PartyReferences;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;
import org.surety.kit.problem.InvalidRequest;

/** The use cases of instruments, each one transaction; what parties do with them: {@link InstrumentActs}. */
@ApplicationScoped
public class InstrumentService {

    private final InstrumentRepository instruments;
    private final InstrumentAuthors authors;
    private final InstrumentAnswers answers;
    private final PartyReferences parties;
    private final AuthorityReferences references;
    private final CommitmentsUnder commitments;
    private final ChangeLog log;
    private final History history;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;

    InstrumentService(InstrumentRepository instruments, InstrumentAuthors authors, InstrumentAnswers answers,
            PartyReferences parties,
            AuthorityReferences references, CommitmentsUnder commitments, ChangeLog log, History history, Audiences audiences,
            Paging paging, Today today) {
        this.instruments = instruments;
        this.authors = authors;
        this.answers = answers;
        this.parties = parties;
        this.references = references;
        this.commitments = commitments;
        this.log = log;
        this.history = history;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
    }

    @Transactional
    InstrumentRepresentation record(InstrumentRecording recording) {
        recording.check();
        PartyReference party = parties.find(recording.party()).orElseThrow(() -> new InvalidRequest("party",
                "is not known here; a party registered a moment ago is known within seconds"));
        InstrumentDescription description = recording.description();
        description.check(party.series(), today.day());
        Label label = description.label().ownedBy(party.code(), party.series());
        authors.require(party.code(), label, !description.sources().isEmpty());
        Instrument instrument = Instrument.of(UUID.randomUUID(), party.code(), party.series(), description);
        instrument.showTo(audiences.intern(label));
        instruments.persist(instrument);
        log.append(() -> InstrumentEvents.recorded(instrument, today.day()));
        return answers.of(instrument);
    }

    @Transactional
    InstrumentRepresentation amend(UUID id, long version, InstrumentDescription description) {
        Instrument instrument = requireWritten(id, version, !description.sources().isEmpty());
        description.check(instrument.series(), today.day());
        Label label = description.label().ownedBy(instrument.party(), instrument.series());
        authors.require(instrument.party(), label, !description.sources().isEmpty());
        List<String> changed = instrument.amend(description);
        if (!changed.isEmpty()) {
            instrument.showTo(audiences.intern(label));
            log.append(() -> InstrumentEvents.amended(instrument, changed, today.day()));
            if (changed.contains("label")) {
                instruments.showTexts(instrument);
                requireReleased(instrument);
            }
        }
        return answers.of(instrument);
    }

    @Transactional
    InstrumentRepresentation enterIntoForce(UUID id, long version, Effect said) {
        Instrument instrument = requireWritten(id, version, true);
        said.check(instrument.series(), today.day());
        if (instrument.enterIntoForce(said)) {
            log.append(() -> InstrumentEvents.entered(instrument));
        }
        return answers.of(instrument);
    }

    @Transactional
    InstrumentRepresentation terminate(UUID id, long version, Effect said) {
        Instrument instrument = requireWritten(id, version, true);
        said.check(instrument.series(), today.day());
        if (instrument.terminate(said)) {
            log.append(() -> InstrumentEvents.terminated(instrument));
        }
        return answers.of(instrument);
    }

    /**
     * What came of a version of the text.
     *
     * @param number 0 when it was on record already
     * @param audience of the instrument
     */
    public record Worded(InstrumentRepresentation instrument, int number, int audience) {
    }

    /** Notes a version of the text, whose words the caller keeps in the same transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Worded word(UUID id, long version, TextVersion text) {
        Instrument instrument = requireWritten(id, version, text.source() != null);
        int number = instrument.word(text);
        if (number > 0) {
            log.append(() -> InstrumentEvents.worded(instrument, text.day() == null ? today.day() : text.day()));
        }
        return new Worded(answers.of(instrument), number, instrument.audience());
    }

    /**
     * As of a day and as known at an instant.
     *
     * @param asOf null: by all that was done
     * @param knownAt null: as it stands
     */
    @Transactional
    public InstrumentRepresentation require(UUID id, LocalDate asOf, Instant knownAt) {
        history.requireKnown(knownAt);
        return answers.of(knownAt == null ? instruments.require(id) : instruments.requireKnown(id, knownAt), asOf);
    }

    @Transactional
    Page<InstrumentRepresentation> list(InstrumentFilter filter, Paging.Request request) {
        history.requireKnown(filter.knownAt());
        List<Instrument> rows = instruments.list(filter, request);
        Page<Instrument> page = paging.page(request, rows, instrument -> List.of(instrument.number().toString()));
        return new Page<>(answers.inList(page.items(), filter.asOf()), page.next());
    }

    private Instrument requireWritten(UUID id, long version, boolean sourced) {
        Instrument instrument = instruments.require(id);
        authors.require(instrument.party(), instrument.label(), sourced);
        Versions.require(version, instrument.version());
        return instrument;
    }

    /**
     * What was judged of its acts is shown with it, so it may not be seen by who may not see what that rests on; and commitments show it, so
     * it has to be seen by whoever sees them. Of commitments that the writer may not see nothing is said.
     */
    private void requireReleased(Instrument instrument) {
        references.labelsOfGrants(instrument.acts().stream().filter(act -> act.verdict() != null)
                .flatMap(act -> act.verdict().grants().stream()).toList()).stream()
                .filter(grant -> !grant.covers(instrument.label())).findFirst().ifPresent(grant -> {
                    throw InstrumentProblem.tooWideForGrant(grant);
                });
        commitments.labels(instrument.id()).stream().filter(commitment -> !instrument.label().covers(commitment)).findFirst()
                .ifPresent(commitment -> {
                    throw InstrumentProblem.tooNarrowForCommitment(commitment);
                });
    }
}
