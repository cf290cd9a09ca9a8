package org.surety.priorities.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.QuestionActKind;
import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.History;
import org.surety.kit.log.NewChange;
import org.surety.kit.problem.RecordNotFound;
import org.surety.priorities.party.KnownParties;

/** The use cases of open questions, each one transaction. */
@ApplicationScoped
class QuestionService {

    private final QuestionRepository questions;
    private final QuestionAuthors authors;
    private final KnownParties parties;
    private final ChangeLog log;
    private final History history;
    private final Audiences audiences;
    private final Paging paging;
    private final Today today;

    QuestionService(QuestionRepository questions, QuestionAuthors authors, KnownParties parties, ChangeLog log, History history,
            Audiences audiences, Paging paging, Today today) {
        this.questions = questions;
        this.authors = authors;
        this.parties = parties;
        this.log = log;
        this.history = history;
        this.audiences = audiences;
        this.paging = paging;
        this.today = today;
    }

    @Transactional
    QuestionRepresentation raise(QuestionDescription asked) {
        QuestionDescription said = asked.of(authors.owner(asked.party()));
        said.checkNew(today.day());
        Series series = Series.ofParty(said.party());
        Label label = said.label().ownedBy(said.party(), series);
        authors.requireAuthor(said.party(), label);
        parties.require(List.of(said.party()), series, "party");
        Question question = Question.raise(said.party(), said, said.raisedOn() == null ? today.day() : said.raisedOn(),
                audiences.intern(label));
        questions.persist(question);
        log.append(() -> QuestionEvents.raised(question, label));
        return represent(question, label);
    }

    @Transactional
    QuestionRepresentation amend(UUID id, long version, QuestionDescription said) {
        Question question = questions.require(id);
        authors.requireAuthor(question.party(), label(question));
        Versions.require(version, question.version());
        said.checkOf(question);
        Label label = said.label().ownedBy(question.party(), question.series());
        authors.requireAuthor(question.party(), label);
        List<String> changed = question.amend(said, audiences.intern(label));
        return changed(question, label, !changed.isEmpty(),
                () -> QuestionEvents.amended(question, label, changed, today.day()));
    }

    @Transactional
    QuestionRepresentation resolve(UUID id, long version, Resolution resolution) {
        Question question = questions.require(id);
        authors.requireOwner(question.party());
        Versions.require(version, question.version());
        Label label = label(question);
        return changed(question, label, question.resolve(resolution.check(QuestionActKind.RESOLVED, question, today.day())),
                () -> QuestionEvents.resolved(question, label));
    }

    @Transactional
    QuestionRepresentation reopen(UUID id, long version, Resolution reason) {
        Question question = questions.require(id);
        Label label = label(question);
        authors.requireAuthor(question.party(), label);
        Versions.require(version, question.version());
        return changed(question, label, question.reopen(reason.check(QuestionActKind.REOPENED, question, today.day())),
                () -> QuestionEvents.reopened(question, label));
    }

    /** As of a day, null: as it stands; and as known at an instant, null: now. What had not been raised by then is not there. */
    @Transactional
    QuestionRepresentation require(UUID id, QuestionFilter when) {
        when.check();
        history.requireKnown(when.knownAt());
        Question question = when.knownAt() == null ? questions.require(id) : questions.requireKnown(id, when.knownAt());
        if (when.asOf() != null && question.raisedOn().isAfter(when.asOf())) {
            throw new RecordNotFound();
        }
        return QuestionRepresentation.of(question, label(question), when.asOf(), today.day());
    }

    @Transactional
    Page<QuestionRepresentation> list(QuestionFilter filter, Paging.Request request) {
        filter.check();
        history.requireKnown(filter.knownAt());
        LocalDate day = today.day();
        Page<Question> page = paging.page(request, questions.list(filter, day, request),
                question -> List.of(question.dueOn().toString(), question.number().toString()));
        Map<Integer, Label> labels = audiences.labels(page.items().stream().map(Question::audience).distinct().toList());
        return page.map(question -> QuestionRepresentation.of(question, labels.get(question.audience()), filter.asOf(), day));
    }

    private QuestionRepresentation changed(Question question, Label label, boolean changed, Supplier<NewChange> change) {
        if (changed) {
            log.append(change);
        }
        return represent(question, label);
    }

    private QuestionRepresentation represent(Question question, Label label) {
        return QuestionRepresentation.of(question, label, null, today.day());
    }

    private Label label(Question question) {
        return audiences.labels(List.of(question.audience())).get(question.audience());
    }
}
