package org.surety.commitments.act;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.commitments.authority.AuthorityReferences;
import org.surety.kit.http.Page;
import org.surety.kit.http.Paging;
import org.surety.kit.log.Database;
import org.surety.kit.problem.RecordNotFound;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The acts of those who belong or belonged to a delegation, as far as they, it and the commitments are released to the viewer. */
@ApplicationScoped
class AffectedActs {

    private static final String DELEGATION = "select 1 from delegation_reference where id = ?";

    private static final String LIST = """
            select c.id, c.title, a.act, d.left_on, c.number, a.place
            from delegation_person d join person_reference p on p.id = d.person
                join commitment c on c.acts <> '[]' and c.acts @> jsonb_build_array(jsonb_build_object('person', d.person))
                cross join lateral jsonb_array_elements(c.acts) with ordinality a (act, place)
            where d.delegation = ? and a.act ->> 'person' = d.person::text and (c.number, a.place) > (?, ?)
            order by c.number, a.place limit ?""";

    private record Found(UUID commitment, String title, Act act, LocalDate leftOn, List<String> place) {
    }

    private final Database database;
    private final AuthorityReferences references;
    private final Paging paging;
    private final ObjectMapper json;

    AffectedActs(Database database, AuthorityReferences references, Paging paging, ObjectMapper json) {
        this.database = database;
        this.references = references;
        this.paging = paging;
        this.json = json;
    }

    /** In the order in which the commitments were recorded, and of each in the order of its acts. */
    @Transactional
    Page<AffectedAct> list(UUID delegation, Paging.Request request) {
        List<Found> rows = database.call(connection -> {
            if (Database.first(connection, DELEGATION, row -> true, delegation) == null) {
                throw new RecordNotFound();
            }
            return Database.list(connection, LIST, this::found, delegation, place(request, 0), place(request, 1), request.fetch());
        });
        Page<Found> page = paging.page(request, rows, Found::place);
        Set<UUID> visible = references.visible(page.items().stream().map(Found::act)
                .flatMap(act -> Stream.concat(Stream.of(act.person()), act.verdict().grants().stream()))
                .collect(Collectors.toSet()));
        return page.map(found -> new AffectedAct(found.commitment(), found.title(),
                ActRepresentation.of(found.act(), visible::contains), found.leftOn(), found.place()));
    }

    private static long place(Paging.Request request, int index) {
        return request.after().isEmpty() ? 0 : Long.parseLong(request.after().get(index));
    }

    private Found found(ResultSet row) throws SQLException {
        try {
            return new Found(row.getObject(1, UUID.class), row.getString(2), json.readValue(row.getString(3), Act.class),
                    row.getObject(4, LocalDate.class), List.of(row.getString(5), row.getString(6)));
        } catch (IOException e) {
            throw new UncheckedIOException("an act is always JSON", e);
        }
    }
}
