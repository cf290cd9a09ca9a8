package org.surety.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyGroupState.Member;
import org.surety.contracts.PartyState.Attribute;
import org.surety.kit.label.Label;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.priorities.commitment.SampleApproval;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.commitment.SampleDelivery;
import org.surety.priorities.commitment.SampleInstrument;
import org.surety.priorities.deliberation.SampleDeliberation;
import org.surety.priorities.obligation.SampleObligation;
import org.surety.priorities.position.SamplePosition;
import org.surety.priorities.question.SampleQuestion;
import org.surety.priorities.requirement.SampleRequirement;
import org.surety.priorities.scenario.SampleScenario;
import org.surety.priorities.situation.SampleSituation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class RowSecurityTest {

    private static final List<String> PROTECTED = List.of("approval_reference", "approval_reference_past", "change",
            "commitment_activity", "commitment_reference", "commitment_reference_past", "coverage_delta", "coverage_dependency",
            "coverage_minimum", "coverage_part", "coverage_total", "credibility_criterion", "credibility_criterion_version",
            "deliberation",
            "delivery_reference", "delivery_reference_past", "earlier_support_total", "instrument_reference",
            "instrument_reference_past", "obligation", "obligation_version", "party_group_reference",
            "party_group_reference_past", "party_position", "party_position_version",
            "party_reference", "party_reference_past", "priority", "priority_text", "priority_version", "question",
            "question_version", "requirement", "requirement_version", "scenario", "scenario_version", "situation",
            "situation_version", "withdrawal");

    private static final UUID GROUP = UUID.randomUUID();

    @Inject
    DatabaseOfTest outside;

    @Inject
    Database database;

    @Inject
    Known known;

    @BeforeEach
    void everyTableHasRows() {
        outside.clear();
        known.members("XAA");
        known.parties(List.of(known.party("XAA", 2, new Attribute(PartyAttribute.COALITION_MEMBER, null, null, null))));
        known.groups(List.of(known.group(GROUP, 1, Label.openToAll(), new Member("XAA", null, null)),
                known.group(GROUP, 2, Label.openToAll(), new Member("XAB", null, null))));
        SampleApproval approval = SampleApproval.open();
        known.approvals(approval, approval.granted(LocalDate.of(2026, 3, 4)));
        SampleInstrument instrument = new SampleInstrument(UUID.randomUUID(), 1, null, null);
        known.instruments(List.of(instrument, instrument.lasting(null, null)));
        String narrowed = SamplePosition.stated("xaa.editor", SamplePosition.reserved());
        As.user("xaa.editor").header("If-Match", "\"1\"")
                .body(SampleRequirement.with(SamplePosition.reserved(), "label", Map.of("release", "NATIONAL")))
                .put("/api/v1/positions/" + narrowed).then().statusCode(200);
        SampleQuestion.raised("xaa.editor", SampleQuestion.drones());
        SampleDeliberation.moved(SampleDeliberation.step("OPERATIONAL", "2026-02-02"));
        SampleDeliberation.recorded(SampleDeliberation.draft());
        SampleSituation.proposed("coordinator", SampleSituation.ceasefire());
        SampleScenario.drawn("xaa.editor", SampleScenario.ceasefire());
        SampleObligation.acknowledged(known, SampleObligation.asleep());
        SampleDelivery delivery = SampleDelivery.handedOver(UUID.randomUUID(), "10", "soldiers", LocalDate.of(2026, 4, 5));
        known.deliveries(delivery, delivery.received("9", LocalDate.of(2026, 4, 6)));
        SampleCommitment commitment = SampleCommitment.of("XAA");
        known.commitments(commitment,
                commitment.contributing(SampleRequirement.stated(SampleRequirement.soldiers()), "3"),
                SampleCommitment.of("XAA").contributing(new Contribution(UUID.randomUUID(), BigDecimal.ONE, null, "12th Brigade"))
                        .needing(approval.id()),
                SampleCommitment.earlier("XAA", "MILITARY", Kind.WEAPONRY, Money.of("1", "EUR")));
    }

    private int count(String table) {
        return database.call(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    @Test
    void withoutAViewerThereAreNoRows() {
        for (String table : PROTECTED) {
            assertThat(QuarkusTransaction.requiringNew().call(() -> count(table))).as(table).isZero();
            assertThat(SystemViewer.transaction(() -> count(table))).as(table).isPositive();
        }
    }

    @Test
    void everyTableWithAnAudienceIsProtectedEvenFromItsOwner() {
        assertThat(outside
                .value("""
                        select string_agg(c.relname, ',' order by c.relname) from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'audience_id'
                        where c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity and c.relnamespace = 'public'::regnamespace"""))
                .isEqualTo(String.join(",", PROTECTED));
        assertThat(outside.value("""
                select count(*) from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'audience_id'
                where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)""")).isEqualTo("0");
    }

    @Test
    void theRuntimeRoleOwnsNothingAndIsSubjectToTheRules() {
        assertThat(outside.value("select count(*) from pg_class where pg_get_userbyid(relowner) = current_user")).isEqualTo("0");
        assertThat(outside.value("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")).isEqualTo("f");
    }
}
