package org.surety.priorities.credibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.surety.contracts.CriterionKind;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.priorities.stating.Quantities;

/**
 * One of the criteria by which the credibility of the guarantee is judged. It exists from its migration on and for good; what it asks for is
 * the coordinator's to edit, and whether it is asked at all.
 */
@Entity
@Table(name = "credibility_criterion")
class Criterion {

    @Id
    @Column(name = "id")
    private String code;

    @Version
    private long version;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Series series;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private CriterionKind kind;

    private String title;

    @Enumerated(EnumType.STRING)
    private PriorityCode priority;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PartyAttribute> attributes;

    @Column(name = "at_least")
    private Integer atLeast;

    private BigDecimal percent;

    private boolean enabled;

    @Column(name = "audience_id")
    private int audience;

    protected Criterion() {
    }

    /** Takes what it asks for now; answers what changed, nothing when it says what was known. */
    List<String> amend(CriterionDescription description, int newAudience) {
        List<String> changed = new ArrayList<>();
        note(changed, "title", title, description.title());
        note(changed, "priority", priority, description.priority());
        note(changed, "attributes", attributes, description.attributes());
        note(changed, "atLeast", atLeast, description.atLeast());
        note(changed, "percent", plain(percent), plain(description.percent()));
        note(changed, "enabled", enabled, description.enabled());
        note(changed, "label", audience, newAudience);
        if (!changed.isEmpty()) {
            title = description.title();
            priority = description.priority();
            attributes = description.attributes();
            atLeast = description.atLeast();
            percent = plain(description.percent());
            enabled = description.enabled();
            audience = newAudience;
        }
        return changed;
    }

    private static void note(List<String> changed, String field, Object was, Object is) {
        if (!Objects.equals(was, is)) {
            changed.add(field);
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        return value == null ? null : Quantities.plain(value);
    }

    String code() {
        return code;
    }

    long version() {
        return version;
    }

    int number() {
        return number;
    }

    Series series() {
        return series;
    }

    CriterionKind kind() {
        return kind;
    }

    String title() {
        return title;
    }

    PriorityCode priority() {
        return priority;
    }

    List<PartyAttribute> attributes() {
        return attributes;
    }

    Integer atLeast() {
        return atLeast;
    }

    BigDecimal percent() {
        return plain(percent);
    }

    boolean isEnabled() {
        return enabled;
    }

    int audience() {
        return audience;
    }
}
