package org.surety.priorities.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.log.Database;
import org.surety.kit.problem.Violations;
import org.surety.priorities.engagement.Engagement.Activity;
import org.surety.priorities.engagement.Engagement.Last;
import org.surety.priorities.engagement.Engagement.Party;

/** Reads the engagement of the parties, of what the viewer may see. */
@ApplicationScoped
class EngagementService {

    static final int DEFAULT_STALE_DAYS = 90;

    /** Ten years: whoever asks for more asks for nobody. */
    static final int MAX_STALE_DAYS = 3650;

    /** For each party the latest record of each kind, by an index; parties are some dozens. */
    static final String READ = """
            select p.code, c.day, c.id, s.day, s.id, q.day, q.id,
                (select count(*) from question o where o.party = p.code and o.due_on < ? and not question_resolved_on(o.acts, '9999-12-31'))
            from party_reference p
            left join lateral (select last_act_on as day, id from commitment_activity where party = p.code
                order by last_act_on desc, id limit 1) c on true
            left join lateral (select stated_on as day, id from party_position where party = p.code and withdrawal_reason is null
                order by stated_on desc, number desc limit 1) s on true
            left join lateral (select (act ->> 'day')::date as day, id from question cross join jsonb_array_elements(acts) act
                where party = p.code and act ->> 'act' = 'RESOLVED' order by day desc, number desc limit 1) q on true
            where p.series = ? and (is_member(p.code, ?) or num_nonnulls(c.id, s.id, q.id) > 0)""";

    private final Database database;
    private final Today today;

    EngagementService(Database database, Today today) {
        this.database = database;
        this.today = today;
    }

    /** @param staleAfterDays null: 90 */
    @Transactional
    Engagement read(Series series, Integer staleAfterDays) {
        int days = staleAfterDays == null ? DEFAULT_STALE_DAYS : staleAfterDays;
        new Violations().check(series != null, "series", "must be one of " + Arrays.toString(Series.values()))
                .check(days >= 1 && days <= MAX_STALE_DAYS, "staleAfterDays", "must be from 1 to " + MAX_STALE_DAYS).refuse();
        LocalDate day = today.day();
        List<Party> parties = database.call(connection -> Database.list(connection, READ, row -> party(row, day, days), day,
                series.name(), day));
        return Engagement.of(series, day, days, parties);
    }

    private static Party party(ResultSet row, LocalDate today, int staleAfterDays) throws SQLException {
        List<Last> activities = new ArrayList<>();
        for (Activity activity : Activity.values()) {
            int column = 2 + 2 * activity.ordinal();
            LocalDate day = row.getObject(column, LocalDate.class);
            if (day != null) {
                activities.add(Last.of(activity, day, row.getObject(column + 1, UUID.class), today, staleAfterDays));
            }
        }
        return Engagement.party(row.getString(1), activities, row.getLong(8));
    }
}
