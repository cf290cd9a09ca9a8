package org.surety.delegations.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Office;
import org.surety.delegations.duty.Duties.EndingPowers;
import org.surety.delegations.duty.Duties.MissingCredentials;
import org.surety.delegations.duty.Duties.Occasion;
import org.surety.delegations.duty.Duties.QuestionedCredentials;
import org.surety.delegations.duty.Duties.UndecidedAccreditation;
import org.surety.kit.label.Reference;
import org.surety.kit.log.Database;

/**
 * Reads what is to be done, across the records of other features and as far as the viewer may see them; it never writes. A record whose
 * gathering is not released to the viewer is left out, because nobody could say whether it is to be done; a delegation or person that is
 * not released is undisclosed.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DutyRepository {

    /** What is over or called off leaves nothing to be done, though nobody may have noted that it was held. */
    private static final String COMING = "g.status = 'PLANNED' and g.ends_on >= ?";

    private static final String OCCASION = "g.id as gathering, g.title, g.starts_on, g.ends_on";

    private static final String UNDECIDED = """
            select a.id, a.version, %s, d.id as delegation, a.party, a.host, p.id as person, a.requested_on
            from accreditation a join gathering g on g.id = a.gathering_id
            left join delegation d on d.id = a.delegation_id left join person p on p.id = a.person_id
            where %s and a.status = 'REQUESTED' and %s
            order by g.starts_on, a.requested_on, a.id limit ?""";

    /** The host that was asked decides, whoever has become it since. */
    private static final String TO_DECIDE = UNDECIDED.formatted(OCCASION, "a.host = ?", COMING);

    private static final String AWAITED = UNDECIDED.formatted(OCCASION, "a.party = ? and a.host <> a.party", COMING);

    /** Heads that credentials in question name are not missing any: those stand in the other list. */
    private static final String MISSING = """
            select d.id as delegation, %s, g.host, h.heads
            from delegation d join gathering g on g.id = d.gathering_id
            cross join lateral (
                select string_agg(coalesce(cast(p.id as text), ''), ',' order by e.place) as heads
                from jsonb_array_elements_text(d.heads) with ordinality as e (head, place)
                left join person p on p.id = cast(e.head as uuid)
                where not exists (select from credentials c where c.delegation_id = d.id and c.persons @> to_jsonb(e.head))) h
            where d.party = ? and %s
              and (h.heads is not null or d.head_kind = 'UNDISCLOSED'
                   and not exists (select from credentials c where c.delegation_id = d.id))
            order by g.starts_on, d.id limit ?""".formatted(OCCASION, COMING);

    private static final String IN_QUESTION = """
            select c.id, c.version, %s, d.id as delegation, c.host, c.status, c.examination_reason, c.examined_on
            from credentials c join gathering g on g.id = c.gathering_id left join delegation d on d.id = c.delegation_id
            where c.party = ? and c.status in ('PROVISIONAL', 'CHALLENGED') and %s
            order by g.starts_on, c.examined_on, c.id limit ?""".formatted(OCCASION, COMING);

    private static final String POWERS = """
            select r.id, r.version, r.ground, p.id as person, r.office, r.act, r.scope, r.holds_from, r.holds_until
            from authority_grant r %s where r.party = ? and %s
            order by r.holds_until, r.id limit ?""";

    /**
     * By their own last day: a revocation is no expiry. What follows ends later, and is for the same person and kind - a scope may be
     * wider -, or is the same office of somebody who took it up later.
     */
    private static final String ENDING = POWERS.formatted("left join person p on p.id = r.person_id", """
            r.ground in ('FULL_POWERS', 'PRACTICE', 'OFFICE') and r.holds_until between ? and ?
              and coalesce(r.revoked_on > r.holds_until, true)
              and not exists (select from authority_grant f
                where f.party = r.party and f.ground = r.ground and f.office is not distinct from r.office
                  and (f.person_id = r.person_id and f.act is not distinct from r.act and f.scope in (r.scope, 'ALL')
                       or f.ground = 'OFFICE' and f.holds_from > r.holds_from)
                  and coalesce(f.revoked_on > f.holds_from, true)
                  and coalesce(least(f.holds_until, f.revoked_on - 1), 'infinity') > r.holds_until)""");

    private static final String OF_ERASED = POWERS.formatted("join person p on p.id = r.person_id", """
            r.ground = 'FULL_POWERS' and p.erased_on is not null and r.revoked_on is null
              and coalesce(r.holds_until >= ?, true)""");

    private final Database database;

    DutyRepository(Database database) {
        this.database = database;
    }

    List<UndecidedAccreditation> listAccreditationsToDecide(String host, LocalDate today, int fetch) {
        return list(TO_DECIDE, DutyRepository::accreditation, host, today, fetch);
    }

    List<UndecidedAccreditation> listAccreditationsAwaited(String party, LocalDate today, int fetch) {
        return list(AWAITED, DutyRepository::accreditation, party, today, fetch);
    }

    List<MissingCredentials> listCredentialsToPresent(String party, LocalDate today, int fetch) {
        return list(MISSING, row -> new MissingCredentials(row.getObject("delegation", UUID.class), occasion(row),
                row.getString("host"), heads(row.getString("heads"))), party, today, fetch);
    }

    List<QuestionedCredentials> listCredentialsInQuestion(String party, LocalDate today, int fetch) {
        return list(IN_QUESTION, row -> new QuestionedCredentials(row.getObject("id", UUID.class), row.getLong("version"),
                occasion(row), reference(row, "delegation"), row.getString("host"), row.getString("status"),
                row.getString("examination_reason"), day(row, "examined_on")), party, today, fetch);
    }

    /** Whose last day is one from the first to the last, both included, and that nothing follows; in the order of that day. */
    List<EndingPowers> listPowersEnding(String party, LocalDate first, LocalDate last, int fetch) {
        return list(ENDING, DutyRepository::powers, party, first, last, fetch);
    }

    /** In the order of their last day, those without one at the end. */
    List<EndingPowers> listPowersOfErased(String party, LocalDate today, int fetch) {
        return list(OF_ERASED, DutyRepository::powers, party, today, fetch);
    }

    private <T> List<T> list(String query, Database.Row<T> reading, Object... parameters) {
        return database.call(connection -> Database.list(connection, query, reading, parameters));
    }

    private static UndecidedAccreditation accreditation(ResultSet row) throws SQLException {
        return new UndecidedAccreditation(row.getObject("id", UUID.class), row.getLong("version"), occasion(row),
                reference(row, "delegation"), row.getString("party"), row.getString("host"), reference(row, "person"),
                day(row, "requested_on"));
    }

    private static EndingPowers powers(ResultSet row) throws SQLException {
        String office = row.getString("office");
        String act = row.getString("act");
        return new EndingPowers(row.getObject("id", UUID.class), row.getLong("version"), Ground.valueOf(row.getString("ground")),
                reference(row, "person"), office == null ? null : Office.valueOf(office),
                act == null ? null : KindOfAct.valueOf(act),
                row.getString("scope"), day(row, "holds_from"), day(row, "holds_until"));
    }

    private static Occasion occasion(ResultSet row) throws SQLException {
        return new Occasion(row.getObject("gathering", UUID.class), row.getString("title"), day(row, "starts_on"),
                day(row, "ends_on"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** Joined from the left: null is a record that the viewer may not see. */
    private static Reference reference(ResultSet row, String column) throws SQLException {
        return new Reference(row.getObject(column, UUID.class));
    }

    private static List<Reference> heads(String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(",", -1)).map(id -> new Reference(id.isEmpty() ? null : UUID.fromString(id))).toList();
    }
}
