package org.surety.priorities.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.TextStatus;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.problem.InvalidRequest;

/** The use cases of the texts of priorities, each one transaction. */
@ApplicationScoped
public class TextService {

    private final TextRepository texts;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Paging paging;

    TextService(TextRepository texts, ChangeLog log, Audiences audiences, Paging paging) {
        this.texts = texts;
        this.log = log;
        this.audiences = audiences;
        this.paging = paging;
    }

    /** @param isNew whether it was recorded now; the same version is not recorded twice */
    record Recorded(TextRepresentation text, boolean isNew) {
    }

    @Transactional
    Recorded record(PriorityCode priority, TextRecording said) {
        said.check();
        Label label = said.label().ownedBy(null, said.series());
        texts.hold(priority);
        TextVersion text = TextVersion.record(priority, said, audiences.intern(label));
        Optional<TextVersion> known = texts.find(said.series(), priority, said.number(), said.language());
        if (known.isPresent()) {
            if (!known.get().says(text)) {
                throw TextProblem.recorded(said.number(), said.language());
            }
            return new Recorded(TextRepresentation.from(known.get(), label), false);
        }
        texts.persist(text);
        log.append(() -> TextEvents.recorded(text, label));
        return new Recorded(TextRepresentation.from(text, label), true);
    }

    @Transactional
    TextRepresentation require(PriorityCode priority, UUID id) {
        return represent(List.of(texts.require(priority, id))).get(0);
    }

    /** The last version in each language, as far as the viewer may see; for other features too. */
    @Transactional
    public List<TextRepresentation> listLatest(Series series, PriorityCode priority) {
        return represent(texts.latest(series, priority));
    }

    @Transactional
    Page<TextRepresentation> list(PriorityCode priority, Series series, String language, TextStatus status,
            Paging.Request request) {
        if (series == null) {
            throw new InvalidRequest("series", "must be one of " + List.of(Series.values()));
        }
        Page<TextVersion> page = paging.page(request, texts.list(series, priority, language, status, request),
                text -> List.of(Integer.toString(text.number()), text.language()));
        return new Page<>(represent(page.items()), page.next());
    }

    private List<TextRepresentation> represent(List<TextVersion> rows) {
        Map<Integer, Label> labels = audiences.labels(rows.stream().map(TextVersion::audience).distinct().toList());
        return rows.stream().map(text -> TextRepresentation.from(text, labels.get(text.audience()))).toList();
    }
}
