package org.surety.commitments.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.kit.clock.Today;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.log.Database;

/** The points of contact of filed commitments, as far as the commitment and the person are released to the viewer. */
@ApplicationScoped
class PointsOfContact {

    /**
     * Somebody who holds an office or belongs to a delegation is there; who did and does no more has left. Of whom neither was ever
     * recorded nothing tells that they are gone.
     */
    private static final String LIST = """
            with today (day) as (select ?::date)
            select c.id, c.title, c.party, p.id, gone.since, c.number
            from commitment c join person_reference p on p.id = c.point_of_contact
                cross join lateral (
                    select bool_or(g.from_day <= (select day from today) and (g.until_day is null or g.until_day >= (select day from today))) as holds,
                           max(g.until_day) filter (where g.until_day < (select day from today)) + 1 as until
                    from authority_reference g where g.person = p.id and g.party = c.party and g.ground = 'OFFICE') office
                cross join lateral (
                    select bool_or(d.left_on is null) as belongs, max(d.left_on) as until
                    from delegation_person d where d.person = p.id) delegation
                cross join lateral (
                    select coalesce(p.erased_on, case when not coalesce(office.holds, false) and not coalesce(delegation.belongs, false)
                        then greatest(office.until, delegation.until) end) as since) gone
            where c.state = 'FILED' and c.point_of_contact is not null and c.number > ? and (?::text is null or c.party = ?)
                and (?::boolean is null or (gone.since is not null) = ?)
            order by c.number limit ?""";

    private final Database database;
    private final Paging paging;
    private final Today today;

    PointsOfContact(Database database, Paging paging, Today today) {
        this.database = database;
        this.paging = paging;
        this.today = today;
    }

    /** In the order in which the commitments were recorded; party and status may be null. */
    @Transactional
    Page<PointOfContact> list(String party, ContactStatus status, Paging.Request request) {
        LocalDate day = today.day();
        Boolean gone = status == null ? null : status == ContactStatus.TO_BE_RENEWED;
        long after = request.after().isEmpty() ? 0 : Long.parseLong(request.after().get(0));
        List<PointOfContact> rows = database.call(connection -> Database.list(connection, LIST,
                PointsOfContact::contact, day, after, party, party, gone, gone, request.fetch()));
        return paging.page(request, rows, contact -> List.of(Long.toString(contact.number())));
    }

    private static PointOfContact contact(ResultSet row) throws SQLException {
        LocalDate since = row.getObject(5, LocalDate.class);
        return new PointOfContact(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getObject(4, UUID.class),
                since == null ? ContactStatus.CURRENT : ContactStatus.TO_BE_RENEWED, since, row.getLong(6));
    }
}
