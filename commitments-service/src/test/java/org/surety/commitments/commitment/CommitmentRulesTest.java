package org.surety.commitments.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.surety.commitments.commitment.SampleCommitments.AIR_POLICING;
import static org.surety.commitments.commitment.SampleCommitments.AMBER_BRIGADE;
import static org.surety.commitments.commitment.SampleCommitments.LAND_FORCE;
import static org.surety.commitments.commitment.SampleCommitments.UNKNOWN_FORCES;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.surety.commitments.approval.ApprovalReference;
import org.surety.commitments.requirement.RequirementReference;
import org.surety.contracts.Basis;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.Problem;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

class CommitmentRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Label COALITION = Label.of(Release.COALITION, Series.EXERCISE, null, List.of());

    private static RequirementReference requirement(UUID id, String unit, Label label) {
        return new RequirementReference(id, Series.EXERCISE, PriorityCode.MULTINATIONAL_FORCE, unit,
                Set.of(Kind.FORCE_CONTRIBUTION), false, Domain.LAND, null,
                label);
    }

    private static final UUID CONSENT = UUID.randomUUID();

    private static final CommitmentRules RULES = new CommitmentRules("XAA", Basis.GUARANTEE, Series.EXERCISE,
            Map.of(LAND_FORCE, requirement(LAND_FORCE, "soldiers", COALITION), AIR_POLICING,
                    requirement(AIR_POLICING, "combat aircraft", Label.openToAll())),
            Map.of(CONSENT, new ApprovalReference(CONSENT, Series.EXERCISE, COALITION)));

    /** The brigade with these fields of its JSON replaced. */
    private static CommitmentDescription brigade(String changes) {
        try {
            ObjectNode said = JSON.valueToTree(AMBER_BRIGADE);
            said.setAll((ObjectNode) JSON.readTree(changes.replace('\'', '"')));
            return JSON.treeToValue(said, CommitmentDescription.class);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatKeepsTheRulesPasses() {
        assertThat(RULES.require(AMBER_BRIGADE).contributions()).containsExactly(
                new Contribution(LAND_FORCE, BigDecimal.valueOf(3500), null, "soldiers"));
        assertThatCode(() -> RULES.require(UNKNOWN_FORCES)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'quantity': {'quantity': -1, 'unit': 'soldiers'}, 'contributions': []} | quantity.quantity | must not be negative",
            "{'quantity': {'quantity': 1e400000000, 'unit': 'soldiers'}, 'contributions': []} | quantity.quantity | must have at most 15 digits before and 3 behind the point",
            "{'quantity': {'quantity': 0.0001, 'unit': 'soldiers'}, 'contributions': []} | quantity.quantity | must have at most 15 digits before and 3 behind the point",
            "{'quantity': {'quantity': 4}, 'contributions': []} | quantity.unit | must be stated",
            "{'quantity': {'unit': 'soldiers'}, 'contributions': []} | quantity | must be a quantity or the reason why it is undisclosed",
            "{'quantity': {'quantity': 1, 'undisclosed': 'UNKNOWN', 'unit': 'x'}, 'contributions': []} | quantity | must be a quantity or the reason why it is undisclosed",
            "{'quantity': {'undisclosed': 'NOT_RELEASED'}} | quantity.undisclosed | cannot be NOT_RELEASED: that is for answers alone",
            "{'announcedOn': {'undisclosed': 'NOT_RELEASED'}} | announcedOn | cannot be NOT_RELEASED: that is for answers alone",
            "{'place': {'undisclosed': 'NOT_RELEASED'}} | place | cannot be NOT_RELEASED: that is for answers alone",
            "{'period': {'from': {'undisclosed': 'NOT_RELEASED'}}} | period.from | cannot be NOT_RELEASED: that is for answers alone",
            "{'period': {'until': {'undisclosed': 'NOT_RELEASED'}}} | period.until | cannot be NOT_RELEASED: that is for answers alone",
            "{'contributions': [{'requirement': '5a0d7a3e-6a34-4d0a-8f5b-0c1f3f1b9f01', 'quantity': 1, 'element': ' '}]} | contributions[0].element | must not be blank",
            "{'quantity': null, 'money': null} | quantity | must be stated or undisclosed for a reason, where money is not",
            "{'money': {'amount': '-0.01', 'currency': 'EUR'}} | money.amount | must not be negative",
            "{'money': {'amount': '1', 'currency': 'ZZZ'}} | money.currency | must be a currency code of ISO 4217",
            "{'money': {'amount': '1'}} | money.currency | must be stated",
            "{'money': {}} | money | must be an amount or the reason why it is undisclosed",
            "{'money': {'undisclosed': 'NOT_RELEASED'}} | money.undisclosed | cannot be NOT_RELEASED: that is for answers alone",
            "{'euroValue': {'amount': '1', 'currency': 'USD'}} | euroValue.currency | must be EUR",
            "{'kind': null, 'contributions': []} | kind | must be stated",
            "{'title': ' '} | title | must be stated",
            "{'category': 'MILITARY'} | category | is for earlier support alone",
            "{'period': {'from': '2026-03-02', 'until': '2026-03-01'}} | period.until | must not be before from",
            "{'sources': [{}]} | sources[0] | must have a url or a text",
            "{'sources': [{'url': 'javascript:alert(1)'}]} | sources[0].url | must begin with http:// or https:// and have no blanks",
            "{'priority': 'CEASEFIRE_MONITORING'} | contributions[0].requirement | belongs to the priority MULTINATIONAL_FORCE",
            "{'kind': 'SANCTIONS'} | contributions[0].requirement | takes only the kinds [FORCE_CONTRIBUTION]",
            "{'quantity': {'quantity': 4000, 'unit': 'aircraft'}} | contributions[0].unit | must be soldiers",
            "{'quantity': {'quantity': 3499, 'unit': 'soldiers'}} | contributions | must not be more than the quantity in all",
            "{'particulars': {'overlap': 'both'}} | particulars.overlap | is for several contributions",
            "{'particulars': {'rate': {'perEuro': '2', 'on': '2026-03-01', 'source': 's'}}} | particulars.rate | gives 625000 euro of the money, not what euroValue says",
            "{'particulars': {'rate': {'perEuro': '0', 'on': '2026-03-01', 'source': 's'}}} | particulars.rate.perEuro | must be more than 0 and have at most 9 digits before and 10 behind the point, as text",
            "{'particulars': {'rate': {'perEuro': '1', 'source': 's'}}} | particulars.rate.on | must be stated, a day of the years 1900 to 9999",
            "{'quantity': null, 'contributions': [], 'particulars': {'quantityBasis': 'STATED'}} | particulars.quantityBasis | is for a commitment that says quantity",
            "{'triggers': [{}]} | triggers[0].kind | must be stated",
            "{'triggers': [{'kind': 'HOST_REQUEST'}, null]} | triggers[1].kind | must be stated",
            "{'triggers': [{'kind': 'DATE'}]} | triggers[0].day | must be stated: the day on which it wakes",
            "{'triggers': [{'kind': 'DATE', 'day': '1899-12-31'}]} | triggers[0].day | must be a day of the years 1900 to 9999",
            "{'triggers': [{'kind': 'CONFIRMED_BREACH', 'day': '2027-01-01'}]} | triggers[0].day | is for DATE alone",
            "{'triggers': [{'kind': 'HOST_REQUEST'}, {'kind': 'HOST_REQUEST'}]} | triggers[1].kind | is named twice",
            "{'triggers': [{'kind': 'DATE', 'day': '2027-01-01'}, {'kind': 'DATE', 'day': '2027-02-01'}]} | triggers[1].kind | is named twice"})
    void whatBreaksARuleIsNamed(String changes, String field, String message) {
        assertThatThrownBy(() -> RULES.require(brigade(changes))).isInstanceOfSatisfying(InvalidRequest.class,
                problem -> assertThat(violations(problem)).containsExactly(field + " " + message));
    }

    @Test
    void allBrokenRulesAreNamedAtOnce() {
        assertThatThrownBy(() -> RULES.require(brigade("{'title': null, 'money': {'amount': '-1', 'currency': 'ZZZ'}}")))
                .isInstanceOfSatisfying(InvalidRequest.class, problem -> assertThat(violations(problem)).containsExactly(
                        "title must be stated", "money.amount must not be negative",
                        "money.currency must be a currency code of ISO 4217"));
    }

    @Test
    void currenciesOfThePastAreKnown() {
        assertThatCode(() -> RULES.require(brigade("{'money': {'amount': '1', 'currency': 'HRK'}}"))).doesNotThrowAnyException();
    }

    @Test
    void aContributionMayBeInAnotherUnitThatItStates() {
        String two = "{'quantity': {'quantity': 2, 'unit': 'brigades'}, 'contributions': [{'requirement': '%s', 'quantity': 3500, 'unit': '%s'}]}";
        assertThatCode(() -> RULES.require(brigade(two.formatted(LAND_FORCE, "soldiers")))).doesNotThrowAnyException();
        assertThatThrownBy(() -> RULES.require(brigade(two.formatted(LAND_FORCE, "tanks")))).isInstanceOfSatisfying(
                InvalidRequest.class,
                problem -> assertThat(violations(problem)).containsExactly("contributions[0].unit must be soldiers"));
    }

    @Test
    void whatServesSeveralRequirementsIsNamedAndNoneTakesMoreThanThereIs() {
        String both = "{'quantity': {'quantity': 4000, 'unit': 'soldiers'}, 'contributions': [{'requirement': '%s', 'quantity': %d}, "
                + "{'requirement': '%s', 'quantity': 2, 'unit': 'combat aircraft'}], 'particulars': {'overlap': 'The engineers serve both.'}}";
        assertThatCode(() -> RULES.require(brigade(both.formatted(LAND_FORCE, 4000, AIR_POLICING)))).doesNotThrowAnyException();
        assertThatThrownBy(() -> RULES.require(brigade(both.formatted(LAND_FORCE, 4001, AIR_POLICING)))).isInstanceOfSatisfying(
                InvalidRequest.class, problem -> assertThat(violations(problem))
                        .containsExactly("contributions[0].quantity must not be more than the quantity"));
    }

    @Test
    void anUnknownAndARepeatedRequirementAreNamed() {
        UUID unknown = UUID.randomUUID();
        assertThatThrownBy(
                () -> RULES.require(brigade("{'contributions': [{'requirement': '%s', 'quantity': 1}]}".formatted(unknown))))
                .isInstanceOfSatisfying(InvalidRequest.class, problem -> assertThat(violations(problem)).singleElement().asString()
                        .startsWith("contributions[0].requirement is not known here"));
        assertThatThrownBy(() -> RULES.require(
                brigade("{'contributions': [{'requirement': '%1$s', 'quantity': 1}, {'requirement': '%1$s', 'quantity': 1}]}"
                        .formatted(LAND_FORCE))))
                .isInstanceOfSatisfying(InvalidRequest.class,
                        problem -> assertThat(violations(problem)).containsExactly("contributions[1].requirement is named twice"));
    }

    @Test
    void theSeriesNeverMix() {
        CommitmentRules real = new CommitmentRules("DEU", Basis.GUARANTEE, Series.REAL, RULES.requirements(), Map.of());
        assertThatThrownBy(() -> real.require(AMBER_BRIGADE)).isInstanceOfSatisfying(InvalidRequest.class,
                problem -> assertThat(violations(problem))
                        .containsExactly("contributions[0].requirement is of the series EXERCISE, the party is of REAL"));
    }

    @Test
    void aWithdrawnRequirementTakesNothing() {
        RequirementReference withdrawn = new RequirementReference(LAND_FORCE, Series.EXERCISE, PriorityCode.MULTINATIONAL_FORCE,
                "soldiers",
                Set.of(), true, Domain.LAND, null, COALITION);
        assertThatThrownBy(
                () -> new CommitmentRules("XAA", Basis.GUARANTEE, Series.EXERCISE, Map.of(LAND_FORCE, withdrawn), Map.of())
                        .require(AMBER_BRIGADE))
                .isInstanceOfSatisfying(InvalidRequest.class,
                        problem -> assertThat(violations(problem))
                                .containsExactly("contributions[0].requirement has been withdrawn"));
    }

    @Test
    void earlierSupportContributesToNothingAndHasTheSourcesCategory() {
        CommitmentRules earlier = new CommitmentRules("XAA", Basis.EARLIER_SUPPORT, Series.EXERCISE, RULES.requirements(),
                RULES.approvals());
        assertThatThrownBy(() -> earlier.require(AMBER_BRIGADE)).isInstanceOfSatisfying(InvalidRequest.class,
                problem -> assertThat(violations(problem))
                        .containsExactly("contributions are for guarantees alone: earlier support is never in coverage"));
        assertThatCode(() -> earlier.require(brigade("{'contributions': [], 'category': 'MILITARY'}"))).doesNotThrowAnyException();
    }

    @Test
    void aCommitmentIsReleasedNoWiderThanWhatItContributesTo() {
        assertThatThrownBy(() -> RULES.require(brigade("{'label': {'release': 'PUBLIC'}}"))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.problemType()).isEqualTo(CommitmentProblem.RELEASED_TOO_WIDELY));
        assertThatCode(() -> RULES.require(brigade("{'label': {'release': 'NAMED', 'parties': ['XAB']}}")))
                .doesNotThrowAnyException();
        assertThatCode(() -> RULES.require(brigade("{'label': {'release': 'NATIONAL'}}"))).doesNotThrowAnyException();
    }

    private static List<String> violations(InvalidRequest problem) {
        return ((List<?>) problem.getParameters().get("violations")).stream().map(Problem.Violation.class::cast)
                .map(violation -> violation.field() + " " + violation.message()).toList();
    }
}
