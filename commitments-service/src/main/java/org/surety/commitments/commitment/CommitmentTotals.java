package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.log.History;

/** Adds up what the viewer may see of a list. Nothing is converted: amounts are summed in the currencies in which they were recorded. */
@ApplicationScoped
public class CommitmentTotals {

    /** By what commitments are put together. */
    public enum Grouping {
        PARTY("party"), PRIORITY("priority"), KIND("kind"), MONTH("to_char(%sannounced_on, 'YYYY-MM')"), CATEGORY(
                "category"), GROUP("package");

        private final String column;

        Grouping(String column) {
            this.column = column;
        }

        private String of(String row) {
            return column.contains("%s") ? column.formatted(row) : row + column;
        }
    }

    /** Numbers come as text, so that an amount keeps its digits. */
    private static final String SUMS = """
            select cast(%2$s as text) as key, cast(%1$scurrency as text) as currency, count(*) as count, count(%1$smoney) as stated,
                cast(coalesce(sum(%1$smoney), 0) as text) as money, count(%1$seuro) as euro_stated,
                cast(coalesce(sum(%1$seuro), 0) as text) as euro, count(%1$seuro_undisclosed) as euro_undisclosed,
                count(%1$smoney_undisclosed) as money_undisclosed, count(%1$squantity_undisclosed) as quantity_undisclosed
            from%3$s group by 1, 2 order by 1 nulls last, 2 nulls last""";

    private final EntityManager entities;
    private final History history;
    private final Today today;

    CommitmentTotals(EntityManager entities, History history, Today today) {
        this.entities = entities;
        this.history = history;
        this.today = today;
    }

    /**
     * The totals of one group.
     *
     * @param key null: of those that have none
     * @param euro the values in euro as they were recorded
     * @param euroStated how many have one; the sum says nothing of the others
     * @param euroUndisclosed how many state a reason in its place
     * @param money by currency, of those that state an amount
     */
    public record Total(String key, int count, String euro, int euroStated, int euroUndisclosed, List<Sum> money,
            int moneyUndisclosed,
            int quantityUndisclosed) {
    }

    /** What is promised in one currency. */
    public record Sum(String currency, String amount, int count) {
    }

    /** A list without a series is of the real one, unless it is of an exercise party: the two are never added up. */
    static CommitmentFilter ofOneSeries(CommitmentFilter filter) {
        Series series = filter.series() != null
                ? filter.series()
                : filter.party() == null ? Series.REAL : Series.ofParty(filter.party());
        State state = filter.state() == null ? State.FILED : filter.state();
        return new CommitmentFilter(filter.party(), filter.priority(), filter.kind(), filter.basis(), series, state,
                filter.requirement(), filter.approval(), filter.instrument(), filter.category(), filter.binding(),
                filter.approvalStatus(),
                filter.from(), filter.until(), filter.text(), filter.readiness(), filter.asOf(), filter.knownAt());
    }

    /** The totals of the groups, in the order of their keys. */
    @Transactional
    List<Total> of(CommitmentFilter filter, Grouping grouping) {
        filter.check();
        history.requireKnown(filter.knownAt());
        CommitmentCondition condition = CommitmentCondition.of(filter, filter.asOf() == null ? today.day() : filter.asOf());
        NativeQuery<Tuple> query = entities.unwrap(Session.class).createNativeQuery(
                SUMS.formatted(condition.row(), grouping.of(condition.row()), condition.sql()), Tuple.class);
        condition.values().forEach(query::setParameter);
        if (filter.knownAt() != null) {
            query.setParameter("known", filter.knownAt(), Instant.class);
        }
        Map<String, List<Tuple>> groups = new LinkedHashMap<>();
        for (Tuple row : query.getResultList()) {
            groups.computeIfAbsent(row.get("key", String.class), key -> new ArrayList<>()).add(row);
        }
        return groups.entrySet().stream().map(group -> total(group.getKey(), group.getValue())).toList();
    }

    private static Total total(String key, List<Tuple> rows) {
        BigDecimal euro = rows.stream().map(row -> new BigDecimal(row.get("euro", String.class))).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        List<Sum> money = rows.stream().filter(row -> number(row, "stated") > 0)
                .map(row -> new Sum(row.get("currency", String.class), row.get("money", String.class), number(row, "stated")))
                .toList();
        return new Total(key, sum(rows, "count"), euro.toPlainString(), sum(rows, "euro_stated"), sum(rows, "euro_undisclosed"),
                money,
                sum(rows, "money_undisclosed"), sum(rows, "quantity_undisclosed"));
    }

    private static int sum(List<Tuple> rows, String column) {
        return rows.stream().mapToInt(row -> number(row, column)).sum();
    }

    private static int number(Tuple row, String column) {
        return ((Number) row.get(column)).intValue();
    }
}
