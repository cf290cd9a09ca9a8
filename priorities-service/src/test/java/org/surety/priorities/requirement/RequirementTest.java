package org.surety.priorities.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.surety.contracts.BindingForm;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.RequirementState.AttributeRule;
import org.surety.contracts.RequirementState.Phase;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.Problem.Violation;

class RequirementTest {

    private static final int ALL = 1;
    private static final int COALITION = 2;

    private static final RequirementDescription OBSERVERS = described("600", "400", List.of(Kind.MONITORING));

    private static RequirementDescription described(String quantity, String minimum, List<Kind> kinds) {
        return described("Observers", "observers", quantity, minimum, kinds, LocalDate.of(2026, 3, 1), LocalDate.of(2028, 2, 29),
                new Label.Representation(Release.PUBLIC, null));
    }

    private static RequirementDescription described(String title, String unit, String quantity, String minimum, List<Kind> kinds,
            LocalDate from, LocalDate until, Label.Representation label) {
        return new RequirementDescription(Series.EXERCISE, PriorityCode.CEASEFIRE_MONITORING, title, unit,
                quantity == null ? null : new BigDecimal(quantity), minimum == null ? null : new BigDecimal(minimum), Domain.LAND,
                null, null,
                from, until, kinds, BindingForm.POLITICAL, null, label, null, null, null);
    }

    private static List<String> fieldsRefused(RequirementDescription description) {
        InvalidRequest refused = catchThrowableOfType(InvalidRequest.class, description::checkNew);
        @SuppressWarnings("unchecked")
        List<Violation> violations = (List<Violation>) refused.getParameters().get("violations");
        return violations.stream().map(Violation::field).toList();
    }

    @Test
    void statedRequirementIsAtVersionOneAndStands() {
        OBSERVERS.checkNew();
        Requirement requirement = Requirement.state(OBSERVERS, ALL);
        assertThat(requirement.version()).isEqualTo(1);
        assertThat(requirement.isWithdrawn()).isFalse();
        assertThat(requirement.quantity()).isEqualTo(new BigDecimal("600"));
        assertThat(requirement.id()).isNotNull();
    }

    @Test
    void sameDescriptionAgainChangesNothing() {
        Requirement requirement = Requirement.state(OBSERVERS, ALL);
        assertThat(requirement.amend(OBSERVERS, ALL)).isEmpty();
        assertThat(requirement.amend(described("6E+2", "400.0", List.of(Kind.MONITORING)), ALL)).isEmpty();
    }

    @Test
    void amendmentNamesWhatChanged() {
        Requirement requirement = Requirement.state(OBSERVERS, ALL);
        assertThat(requirement.amend(described("500", "400", List.of(Kind.MONITORING, Kind.TRAINING)), COALITION))
                .containsExactly("quantity", "kinds", "label");
        assertThat(requirement.quantity()).isEqualTo(new BigDecimal("500"));
        assertThat(requirement.kinds()).containsExactly(Kind.MONITORING, Kind.TRAINING);
        assertThat(requirement.audience()).isEqualTo(COALITION);
    }

    @Test
    void seriesPriorityAndUnitMayBeLeftOutAndNeverChange() {
        Requirement requirement = Requirement.state(OBSERVERS, ALL);
        RequirementDescription silent = new RequirementDescription(null, null, "Observers", null, new BigDecimal(600),
                new BigDecimal(400), Domain.LAND, null, null, OBSERVERS.from(), OBSERVERS.until(), OBSERVERS.kinds(),
                BindingForm.POLITICAL,
                null, OBSERVERS.label(), null, null, null);
        assertThat(requirement.amend(silent, ALL)).isEmpty();

        RequirementDescription other = new RequirementDescription(Series.REAL, PriorityCode.ARMED_FORCES_SUPPORT, "Observers",
                "soldiers", new BigDecimal(1), BigDecimal.ZERO, Domain.LAND, null, null, null, null, List.of(), BindingForm.LEGAL,
                null,
                OBSERVERS.label(), null, null, null);
        assertThatThrownBy(() -> requirement.amend(other, ALL)).isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("series");
        assertThat(requirement.unit()).isEqualTo("observers");
        assertThat(requirement.quantity()).isEqualTo(new BigDecimal("600"));
    }

    @Test
    void withdrawnRequirementDoesNotChangeAnyMore() {
        Requirement requirement = Requirement.state(OBSERVERS, ALL);
        assertThat(requirement.withdraw("the line moved")).containsExactly("withdrawn", "withdrawalReason");
        assertThat(requirement.isWithdrawn()).isTrue();
        assertThat(requirement.withdraw("the line moved")).isEmpty();
        for (Runnable change : List.<Runnable>of(() -> requirement.withdraw("another reason"),
                () -> requirement.amend(OBSERVERS, ALL))) {
            Problem refused = catchThrowableOfType(Problem.class, change::run);
            assertThat(refused.problemType()).isEqualTo(RequirementProblem.REQUIREMENT_WITHDRAWN);
        }
    }

    @ParameterizedTest
    @CsvSource({ "600, 601, minimum", "0, 0, quantity", "-1, 0, quantity", ", 0, quantity", "5, , minimum", "5, -1, minimum",
            "0.0001, 0, quantity", "1000000000000000, 0, quantity", "1E+999999999, 0, quantity", "1E-999999999, 0, quantity",
            "5, 1E+999999999, minimum"})
    void quantitiesOutsideTheLimitsAreRefused(String quantity, String minimum, String field) {
        assertThat(fieldsRefused(described(quantity, minimum, List.of()))).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({ "600, 600", "0.001, 0", "999999999999999.999, 999999999999999.999", "6E+2, 600.000"})
    void quantitiesAtTheLimitsAreTaken(String quantity, String minimum) {
        described(quantity, minimum, List.of()).checkNew();
    }

    @Test
    void everyBrokenRuleIsNamedAtOnce() {
        RequirementDescription empty = new RequirementDescription(null, null, null, " ", null, null, null, null, null, null, null,
                null,
                null,
                null, null, null, null, null);
        assertThat(fieldsRefused(empty)).containsExactlyInAnyOrder("series", "priority", "title", "unit", "domain", "bindingForm",
                "quantity", "minimum", "label");
    }

    @Test
    void periodsKindsAndLabelsKeepTheirRules() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        Label.Representation all = new Label.Representation(Release.PUBLIC, null);
        assertThat(fieldsRefused(described("t", "u", "1", "1", List.of(), day, day.minusDays(1), all))).containsExactly("until");
        described("t", "u", "1", "1", List.of(), day, day, all).checkNew();
        assertThat(fieldsRefused(described("t", "u", "1", "1", List.of(), LocalDate.of(1044, 1, 1), null, all)))
                .containsExactly("from");
        assertThat(fieldsRefused(described("t", "u", "1", "1", List.of(), null, LocalDate.MAX, all))).containsExactly("until");
        assertThat(fieldsRefused(described("1", "1", List.of(Kind.TRAINING, Kind.TRAINING)))).containsExactly("kinds");
        assertThat(fieldsRefused(described("1", "1", Arrays.asList(Kind.TRAINING, null)))).containsExactly("kinds");
        assertThat(fieldsRefused(described("1", "1", List.of(Kind.SANCTIONS, Kind.ATTACK_RESPONSE)))).containsExactly("kinds");
        assertThatCode(() -> described("1", "1", List.of(Kind.SANCTIONS, Kind.FINANCIAL_ASSISTANCE)).check())
                .doesNotThrowAnyException();
        for (Label.Representation label : List.of(new Label.Representation(Release.NATIONAL, null),
                new Label.Representation(Release.NAMED, List.of("XAA")), new Label.Representation(Release.PUBLIC, List.of("XAA")),
                new Label.Representation(null, null))) {
            assertThat(fieldsRefused(described("t", "u", "1", "1", List.of(), null, null, label))).containsExactly("label");
        }
        assertThat(fieldsRefused(described("x".repeat(201), "u".repeat(61), "1", "1", List.of(), null, null, all)))
                .containsExactlyInAnyOrder("title", "unit");
    }

    private static RequirementDescription overTime(String rotation, List<Phase> phases, List<AttributeRule> rules) {
        return new RequirementDescription(Series.EXERCISE, PriorityCode.CEASEFIRE_MONITORING, "Observers", "observers",
                new BigDecimal(600), new BigDecimal(400), Domain.LAND, null, null, LocalDate.of(2026, 3, 1),
                LocalDate.of(2028, 2, 29),
                List.of(), BindingForm.POLITICAL, null, OBSERVERS.label(), new BigDecimal(rotation), phases, rules);
    }

    private static Phase phase(String from, int quantity, int minimum) {
        return new Phase(LocalDate.parse(from), BigDecimal.valueOf(quantity), BigDecimal.valueOf(minimum));
    }

    @Test
    void whatIsNeededChangesWithThePhasesAndIsSoManyTimesAsMuchInTheCycle() {
        RequirementDescription description = overTime("2.50", List.of(phase("2026-09-01", 900, 500), phase("2027-03-01", 100, 0)),
                List.of());
        description.checkNew();
        RequirementRepresentation requirement = RequirementRepresentation.from(Requirement.state(description, ALL),
                Label.openToAll());
        assertThat(requirement.needOn(LocalDate.of(2026, 8, 31))).isEqualTo(new Need(new BigDecimal(1500), new BigDecimal(1000)));
        assertThat(requirement.needOn(LocalDate.of(2026, 9, 1))).isEqualTo(new Need(new BigDecimal(2250), new BigDecimal(1250)));
        assertThat(requirement.needOn(LocalDate.of(2030, 1, 1))).isEqualTo(new Need(new BigDecimal(250), BigDecimal.ZERO));
    }

    @Test
    void whatIsDemandedOverTimeAndOfWhomIsAmendedByName() {
        Requirement requirement = Requirement.state(OBSERVERS, ALL);
        RequirementDescription demanding = overTime("3", List.of(phase("2026-09-01", 900, 500)),
                List.of(new AttributeRule(List.of(PartyAttribute.NUCLEAR_CAPABLE, PartyAttribute.EUROPEAN), 1)));
        assertThat(requirement.amend(demanding, ALL)).containsExactly("kinds", "rotationFactor", "phases", "attributeRules");
        assertThat(requirement.amend(overTime("3.00", demanding.phases(), demanding.attributeRules()), ALL)).isEmpty();
    }

    @Test
    void whatCannotBeDemandedIsNamed() {
        assertThat(fieldsRefused(overTime("0.5", List.of(), List.of()))).containsExactly("rotationFactor");
        assertThat(fieldsRefused(overTime("12.01", List.of(), List.of()))).containsExactly("rotationFactor");
        assertThat(fieldsRefused(overTime("1.125", List.of(), List.of()))).containsExactly("rotationFactor");
        assertThat(fieldsRefused(
                overTime("1", List.of(phase("2026-03-01", 5, 6), phase("2029-01-01", 0, 0), new Phase(null, null, null)),
                        List.of())))
                .containsExactly("phases[0].from", "phases[0].minimum", "phases[1].from", "phases[1].quantity", "phases[2].from");
        assertThat(fieldsRefused(overTime("1", List.of(phase("2026-05-01", 5, 1), phase("2026-05-01", 5, 1)), List.of())))
                .containsExactly("phases[1].from");
        assertThat(fieldsRefused(overTime("1", List.of(), List.of(new AttributeRule(List.of(), 0), new AttributeRule(
                List.of(PartyAttribute.EUROPEAN, PartyAttribute.EUROPEAN), 1))))).containsExactly("attributeRules[0].attributes",
                        "attributeRules[0].atLeast", "attributeRules[1].attributes");
    }
}
