package org.surety.priorities.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.surety.contracts.BindingForm;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.RequirementState.AttributeRule;
import org.surety.contracts.RequirementState.Phase;
import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Quantities;

/**
 * What a priority needs: so many units, of which so many at least before anybody believes it. The coordinator states it, amends it while
 * it stands, and withdraws it when it is needed no more. Series, priority and unit are settled when it is stated, because from then on
 * commitments are counted against it.
 */
@Entity
@Table(name = "requirement")
class Requirement {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Enumerated(EnumType.STRING)
    private PriorityCode priority;

    private String title;

    private String unit;

    private BigDecimal quantity;

    private BigDecimal minimum;

    @Enumerated(EnumType.STRING)
    private Domain domain;

    private String place;

    private String host;

    @Column(name = "from_day")
    private LocalDate from;

    @Column(name = "until_day")
    private LocalDate until;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Kind> kinds;

    @Enumerated(EnumType.STRING)
    @Column(name = "binding_form")
    private BindingForm bindingForm;

    @Column(name = "attribute_rule")
    private String attributeRule;

    @Column(name = "rotation_factor")
    private BigDecimal rotationFactor;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Phase> phases;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "attribute_rules")
    private List<AttributeRule> attributeRules;

    @Column(name = "withdrawal_reason")
    private String withdrawalReason;

    @Column(name = "audience_id")
    private int audience;

    protected Requirement() {
    }

    /** States a requirement that {@link RequirementDescription#checkNew} has let pass. */
    static Requirement state(RequirementDescription description, int audience) {
        Requirement requirement = new Requirement();
        requirement.id = UUID.randomUUID();
        requirement.series = description.series();
        requirement.priority = description.priority();
        requirement.unit = description.unit();
        requirement.take(description, audience);
        return requirement;
    }

    /**
     * Takes the new description; answers what changed, nothing when it says what was known.
     *
     * @throws org.surety.kit.problem.InvalidRequest when it names another series, priority or unit
     */
    List<String> amend(RequirementDescription description, int audience) {
        requireStanding();
        new Violations().check(description.series() == null || description.series() == series, "series", settled(series))
                .check(description.priority() == null || description.priority() == priority, "priority", settled(priority))
                .check(description.unit() == null || description.unit().equals(unit), "unit", settled(unit))
                .check(description.host() == null || Series.ofParty(description.host()) == series, "host",
                        "must be of the same series")
                .refuse();
        List<String> changed = changes(description, audience);
        if (!changed.isEmpty()) {
            take(description, audience);
        }
        return changed;
    }

    /** Needed no more; answers what changed, nothing when it was withdrawn for this reason already. */
    List<String> withdraw(String reason) {
        if (reason.equals(withdrawalReason)) {
            return List.of();
        }
        requireStanding();
        withdrawalReason = reason;
        return List.of("withdrawn", "withdrawalReason");
    }

    private void requireStanding() {
        if (isWithdrawn()) {
            throw RequirementProblem.withdrawn();
        }
    }

    private static String settled(Object value) {
        return "is settled as " + value + " since commitments are counted against it; withdraw the requirement and state a new one";
    }

    private List<String> changes(RequirementDescription description, int newAudience) {
        List<String> changed = new ArrayList<>();
        note(changed, "title", title, description.title());
        note(changed, "quantity", Quantities.plain(quantity), Quantities.plain(description.quantity()));
        note(changed, "minimum", Quantities.plain(minimum), Quantities.plain(description.minimum()));
        note(changed, "domain", domain, description.domain());
        note(changed, "place", place, description.place());
        note(changed, "host", host, description.host());
        note(changed, "from", from, description.from());
        note(changed, "until", until, description.until());
        note(changed, "kinds", kinds, description.kinds());
        note(changed, "bindingForm", bindingForm, description.bindingForm());
        note(changed, "attributeRule", attributeRule, description.attributeRule());
        note(changed, "rotationFactor", rotationFactor(), Quantities.plain(description.rotationFactor()));
        note(changed, "phases", phases, plain(description.phases()));
        note(changed, "attributeRules", attributeRules, description.attributeRules());
        note(changed, "label", audience, newAudience);
        return changed;
    }

    private static void note(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    private void take(RequirementDescription description, int newAudience) {
        title = description.title();
        quantity = Quantities.plain(description.quantity());
        minimum = Quantities.plain(description.minimum());
        domain = description.domain();
        place = description.place();
        host = description.host();
        from = description.from();
        until = description.until();
        kinds = description.kinds();
        bindingForm = description.bindingForm();
        attributeRule = description.attributeRule();
        rotationFactor = Quantities.plain(description.rotationFactor());
        phases = plain(description.phases());
        attributeRules = description.attributeRules();
        audience = newAudience;
    }

    private static List<Phase> plain(List<Phase> phases) {
        return phases.stream()
                .map(phase -> new Phase(phase.from(), Quantities.plain(phase.quantity()), Quantities.plain(phase.minimum())))
                .toList();
    }

    boolean isWithdrawn() {
        return withdrawalReason != null;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Series series() {
        return series;
    }

    PriorityCode priority() {
        return priority;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    BigDecimal quantity() {
        return Quantities.plain(quantity);
    }

    BigDecimal minimum() {
        return Quantities.plain(minimum);
    }

    Domain domain() {
        return domain;
    }

    String place() {
        return place;
    }

    String host() {
        return host;
    }

    LocalDate from() {
        return from;
    }

    LocalDate until() {
        return until;
    }

    List<Kind> kinds() {
        return kinds;
    }

    BindingForm bindingForm() {
        return bindingForm;
    }

    String attributeRule() {
        return attributeRule;
    }

    BigDecimal rotationFactor() {
        return Quantities.plain(rotationFactor);
    }

    List<Phase> phases() {
        return phases;
    }

    List<AttributeRule> attributeRules() {
        return attributeRules;
    }

    String withdrawalReason() {
        return withdrawalReason;
    }

    int audience() {
        return audience;
    }
}
