package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a list of commitments is of, in SQL. Only the filters that are there stand in it, so that each can use its index.
 *
 * @param sql the tables and the conditions
 * @param row the prefix of the row that is shown: the one of today or a past one
 * @param values of its parameters, apart from the instant {@code known}
 */
public record CommitmentCondition(String sql, String row, Map<String, Object> values) {

    /** The phases of the approvals that a commitment needs, one list each; as known at the instant where one is asked for. */
    private static final String PHASES = "(select array_agg(a.phases) from approval a "
            + "where a.id in (select cast(needed as uuid) from jsonb_array_elements_text(r.approvals) needed))";

    private static final String PHASES_KNOWN = "(select array_agg(va.phases) from approval a join approval_version va on va.id = a.id "
            + "and va.version = version_known_at(cast(a.id as text), :known) "
            + "where a.id in (select cast(needed as uuid) from jsonb_array_elements_text(v.approvals) needed))";

    /** @param day of what is asked for of a day */
    public static CommitmentCondition of(CommitmentFilter filter, LocalDate day) {
        return new Builder(filter, day).condition();
    }

    private static final class Builder {
        private final CommitmentFilter filter;
        private final LocalDate day;
        private final String row;
        private final StringBuilder sql;
        private final Map<String, Object> values = new LinkedHashMap<>();

        Builder(CommitmentFilter filter, LocalDate day) {
            this.filter = filter;
            this.day = day;
            this.row = filter.knownAt() == null ? "r." : "v.";
            this.sql = new StringBuilder(
                    " commitment_shown r" + (filter.knownAt() == null ? "" : CommitmentRepository.AS_KNOWN) + " where true");
        }

        CommitmentCondition condition() {
            equal("r.", "party", filter.party());
            equal(row, "priority", filter.priority());
            equal(row, "kind", filter.kind());
            equal("r.", "basis", filter.basis());
            equal("r.", "series", filter.series());
            equal(row, "category", filter.category());
            equal(row, "binding", filter.binding());
            state();
            axes();
            references();
            period();
            text();
            return new CommitmentCondition(sql.toString(), row, values);
        }

        private void state() {
            if (filter.asOf() == null) {
                equal(row, "state", filter.state());
                return;
            }
            String ofDay = "commitment_state_on(%1$sstate, %1$sacts, %1$sannounced_on, %1$swithdrawn_on, :asOf)".formatted(row);
            and(filter.state() == null ? ofDay + " is not null" : ofDay + " = :state", "asOf", filter.asOf());
            if (filter.state() != null) {
                values.put("state", filter.state().toString());
            }
        }

        private void axes() {
            if (filter.readiness() != null) {
                and("r.basis = 'GUARANTEE' and readiness_on(" + row + "readiness, :day) = :readiness", "readiness",
                        filter.readiness().name());
                values.put("day", day);
            }
            if (filter.trigger() != null) {
                and("%1$striggers <> '[]' and %1$striggers @> jsonb_build_array(jsonb_build_object('kind', cast(:trigger as text)))"
                        .formatted(row), "trigger", filter.trigger().name());
            }
            if (filter.approvalStatus() != null) {
                and("r.basis = 'GUARANTEE' and approvals_on(" + (filter.knownAt() == null ? PHASES : PHASES_KNOWN)
                        + ", jsonb_array_length(" + row + "approvals), :day) = :approvalStatus", "approvalStatus",
                        filter.approvalStatus().name());
                values.put("day", day);
            }
        }

        private void references() {
            // Whoever may not see a record does not learn from a filter which commitments name it.
            if (filter.requirement() != null) {
                and(row + "named_contributions @> cast(:requirement as jsonb)", "requirement",
                        "[{\"requirement\":\"" + filter.requirement() + "\"}]");
                and("exists (select from requirement_reference q where q.id = :requirementId)", "requirementId",
                        filter.requirement());
            }
            if (filter.approval() != null) {
                and("%1$sapprovals <> '[]' and %1$sapprovals @> cast(:approval as jsonb)".formatted(row), "approval",
                        "[\"" + filter.approval() + "\"]");
                and("exists (select from approval q where q.id = :approvalId)", "approvalId", filter.approval());
            }
            if (filter.jointWith() != null) {
                and("%1$sshares <> '[]' and %1$sshares @> jsonb_build_array(jsonb_build_object('party', cast(:jointWith as text)))"
                        .formatted(row), "jointWith", filter.jointWith());
            }
            if (filter.instrument() != null) {
                and(row + "instrument = :instrument and exists (select from instrument i where i.id = :instrument)", "instrument",
                        filter.instrument());
            }
        }

        /** A period without an end, or without a beginning, reaches as far as there are days. */
        private void period() {
            if (filter.from() != null) {
                and("(%1$sends_on is null or %1$sends_on >= :from)".formatted(row), "from", filter.from());
            }
            if (filter.until() != null) {
                and("(%1$sstarts_on is null or %1$sstarts_on <= :until)".formatted(row), "until", filter.until());
            }
        }

        private void text() {
            if (filter.text() != null) {
                and("(%1$stitle ilike :text or %1$sdescription ilike :text)".formatted(row), "text",
                        "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%");
            }
        }

        private void equal(String prefix, String column, Object value) {
            if (value != null) {
                and(prefix + column + " = :" + column, column, value.toString());
            }
        }

        private void and(String condition, String name, Object value) {
            sql.append(" and ").append(condition);
            values.put(name, value);
        }
    }
}
