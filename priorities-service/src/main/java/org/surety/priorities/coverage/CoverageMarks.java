package org.surety.priorities.coverage;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

/**
 * The days for which it is kept what the deltas until then come to. A sum of any day begins at the nearest one, so that it takes the same time
 * however many commitments there are in the years before. One of them follows the current day: it saves work, and no answer rests on it.
 */
@ApplicationScoped
public class CoverageMarks {

    /** Of what is added to the deltas: the same at each mark after it. */
    static final String ADD = """
            ,
            totalled as (insert into coverage_total
            select m.day, d.series, d.requirement_id, d.priority, d.party, d.what, d.wakes, d.audience_id, d.amounts_audience_id,
                sum(d.quantity), sum(d.commitments), sum(d.undisclosed)
            from difference d join coverage_mark m on m.day >= d.day
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9
            having sum(d.quantity) <> 0 or sum(d.commitments) <> 0 or sum(d.undisclosed) <> 0
            on conflict (until_day, series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id) do update set
                quantity = coverage_total.quantity + excluded.quantity,
                commitments = coverage_total.commitments + excluded.commitments,
                undisclosed = coverage_total.undisclosed + excluded.undisclosed)""";

    /** Of all deltas, where there is none. */
    static final String MAKE = "insert into coverage_total select * from coverage_totalled()";

    /**
     * For the {@code with} of a query, which takes the day four times: from where on the sum of a day is made, and the sign of the deltas of the days
     * between. In the query itself, because the mark that follows may move between two.
     */
    public static final String WAY = """
            way as materialized (
                select day as mark, least(day, ?::date) as after, greatest(day, ?::date) as until, case when day > ?::date then -1 else 1 end as sign
                from coverage_mark order by abs(day - ?::date), day limit 1)""";

    /** What row security asks of each row, asked of the index too: so a sum reads of many audiences those of its viewer alone. */
    public static final String SEEN = "audience_id = any ((select seen_audiences())::int[])";

    /** What is added up, after that: the columns of both, with {@code and} what is asked of each row. */
    public static final String COUNTED = """
            select requirement_id, priority, party, what, wakes, quantity, commitments, undisclosed, false as named
            from coverage_total where until_day = (select mark from way) and series = ? and """ + " " + SEEN
            + """
                     %1$s
                    union all
                    select requirement_id, priority, party, what, wakes, w.sign * quantity, w.sign * commitments, w.sign * undisclosed, false
                    from coverage_delta cross join way w
                    where series = ? and day > (select after from way) and day <= (select until from way) and """
            + " " + SEEN + " %1$s";

    private static final String FOLLOWING = "select day from coverage_mark where follows";

    private static final String IS_MARK = "select day from coverage_mark where day = ?";

    private static final String MOVE = """
            insert into coverage_total
            select ?::date, series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id, sum(quantity),
                sum(commitments), sum(undisclosed)
            from (select series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id, quantity, commitments, undisclosed
                  from coverage_total where until_day = ?
                  union all
                  select series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id, s.sign * quantity,
                      s.sign * commitments, s.sign * undisclosed
                  from coverage_delta cross join (values (1, ?::date, ?::date), (-1, ?::date, ?::date)) s (sign, one, other)
                  where s.sign = 1 and day > s.one and day <= s.other or s.sign = -1 and day <= s.one and day > s.other) k
            group by series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id
            having sum(quantity) <> 0 or sum(commitments) <> 0 or sum(undisclosed) <> 0""";

    private static final String LEAVE = "delete from coverage_total where until_day = ?";

    private static final String SET = "update coverage_mark set day = ? where follows";

    private final Database database;
    private final CoverageUpkeep upkeep;
    private volatile LocalDate followed;

    CoverageMarks(Database database, CoverageUpkeep upkeep) {
        this.database = database;
        this.upkeep = upkeep;
    }

    /** Moves the mark that follows to this day, once a day. */
    void follow(LocalDate today) {
        if (!today.equals(followed) && move(today)) {
            followed = today;
        }
    }

    /**
     * Moves it, from wherever it stands; not to where another mark stands.
     *
     * @return false when nobody can be kept from writing coverage meanwhile, because no log was ever followed
     */
    boolean move(LocalDate day) {
        return SystemViewer.transaction(() -> database.call(connection -> {
            boolean locked = upkeep.lock(connection);
            if (locked && Database.first(connection, IS_MARK, row -> day, day) == null) {
                LocalDate before = Database.first(connection, FOLLOWING, row -> row.getObject(1, LocalDate.class));
                Database.update(connection, MOVE, day, before, before, day, before, day);
                Database.update(connection, LEAVE, before);
                Database.update(connection, SET, day);
            }
            return locked;
        }));
    }
}
