package org.surety.priorities.party;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.PartyGroupState.Member;
import org.surety.kit.log.Database;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Which parties belong to a group on a day, as far as this service knows. */
@ApplicationScoped
public class PartyGroups {

    private static final String FIND = "select members::text from party_group_reference where id::text = lower(?)";

    /** Through the table of today, whose row security has a say in what is shown of the past. */
    private static final String FIND_THEN = FIND + """
             and recorded_at <= ?
            union all
            select p.members::text from party_group_reference g join party_group_reference_past p using (id)
            where id::text = lower(?) and p.recorded_at <= ? and p.known_until > ?""";

    private final Database database;
    private final ObjectMapper json;

    PartyGroups(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * The codes of the parties that belong to a group on a day, in their order; none of them where all have left or are still to come. Empty
     * when there is no such group, or it is not released to the viewer, or was not known then.
     *
     * @param code the id of the group, whatever the client calls it: what is no id names no group
     * @param knownAt as it was known at this instant, which the log of its owner has passed; null: as it is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Set<String>> members(String code, LocalDate day, Instant knownAt) {
        return Optional.ofNullable(found(code, knownAt)).map(members -> belonging(members, day));
    }

    private String found(String code, Instant knownAt) {
        return database.call(connection -> {
            if (knownAt == null) {
                return Database.first(connection, FIND, row -> row.getString(1), code);
            }
            Timestamp then = Timestamp.from(knownAt);
            return Database.first(connection, FIND_THEN, row -> row.getString(1), code, then, code, then, then);
        });
    }

    private Set<String> belonging(String members, LocalDate day) {
        try {
            return Arrays.stream(json.readValue(members, Member[].class)).filter(member -> member.holdsOn(day)).map(Member::party)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
