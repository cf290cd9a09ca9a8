package org.surety.priorities.credibility;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.http.Versions;
import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;
import org.surety.kit.log.ChangeLog;

/** The use cases of criteria, each one transaction. */
@ApplicationScoped
class CriterionService {

    private final CriterionRepository criteria;
    private final ChangeLog log;
    private final Audiences audiences;
    private final Today today;

    CriterionService(CriterionRepository criteria, ChangeLog log, Audiences audiences, Today today) {
        this.criteria = criteria;
        this.log = log;
        this.audiences = audiences;
        this.today = today;
    }

    @Transactional
    CriterionRepresentation amend(String code, long version, CriterionDescription description) {
        Criterion criterion = criteria.require(code);
        description.check(criterion.kind());
        Versions.require(version, criterion.version());
        Label label = description.label().ownedBy(null, criterion.series());
        List<String> changed = criterion.amend(description, audiences.intern(label));
        if (!changed.isEmpty()) {
            log.append(() -> CriterionEvents.amended(criterion, label, changed, today.day()));
        }
        return CriterionRepresentation.from(criterion, label);
    }

    @Transactional
    CriterionRepresentation require(String code) {
        return represent(List.of(criteria.require(code))).get(0);
    }

    /** Those of a series in their order, whether they are asked or not; null: of both. */
    @Transactional
    List<CriterionRepresentation> list(Series series) {
        return represent(criteria.list(series));
    }

    private List<CriterionRepresentation> represent(List<Criterion> rows) {
        Map<Integer, Label> labels = audiences.labels(rows.stream().map(Criterion::audience).distinct().toList());
        return rows.stream().map(row -> CriterionRepresentation.from(row, labels.get(row.audience()))).toList();
    }
}
