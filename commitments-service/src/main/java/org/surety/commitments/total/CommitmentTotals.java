package org.surety.commitments.total;

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
import org.surety.commitments.commitment.AmountRules;
import org.surety.commitments.commitment.CommitmentCondition;
import org.surety.commitments.commitment.CommitmentFilter;
import org.surety.commitments.commitment.State;
import org.surety.contracts.Series;
import org.surety.kit.clock.Today;
import org.surety.kit.log.History;
import org.surety.kit.problem.Violations;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Adds up what the viewer may see of a list: amounts in the currencies in which they were recorded, values in euro as they were recorded. Where
 * all is asked for in one currency, amounts recorded in it stand as they are and the values in euro of all others are converted.
 */
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
                cast(coalesce(sum(%1$seuro), 0) as text) as euro,
                count(%1$seuro) filter (where %1$smoney is null) as euro_alone_stated,
                cast(coalesce(sum(%1$seuro) filter (where %1$smoney is null), 0) as text) as euro_alone, count(%1$seuro_undisclosed) as euro_undisclosed,
                count(%1$smoney_undisclosed) as money_undisclosed, count(%1$squantity_undisclosed) as quantity_undisclosed
            from%3$s group by 1, 2 order by 1 nulls last, 2 nulls last""";

    private final EntityManager entities;
    private final History history;
    private final Today today;
    private final RecordedRates rates;
    private final GrossDomesticProduct product;

    CommitmentTotals(EntityManager entities, History history, Today today, RecordedRates rates, GrossDomesticProduct product) {
        this.entities = entities;
        this.history = history;
        this.today = today;
        this.rates = rates;
        this.product = product;
    }

    /**
     * In what the totals are told beside what was recorded.
     *
     * @param currency a code of ISO 4217; may be absent
     * @param shareOfGdp whether as a share of what the party produced in a year
     */
    record Measure(String currency, boolean shareOfGdp) {

        void check(Grouping grouping) {
            new Violations().check(currency == null || AmountRules.isCurrency(currency), "currency",
                    "must be a currency code of ISO 4217")
                    .check(!shareOfGdp || grouping == Grouping.PARTY, "shareOfGdp", "is for groupBy=PARTY").refuse();
        }
    }

    /**
     * Totals.
     *
     * @param rate by which values in euro were converted; absent where no currency is asked for
     * @param gdp which figures the shares are of; absent where no shares are asked for
     */
    record Answer(RecordedRates.Rate rate, GrossDomesticProduct.Origin gdp, List<Total> items) {
    }

    /**
     * The totals of one group.
     *
     * @param key null: of those that have none
     * @param euro the values in euro as they were recorded
     * @param euroStated how many have one; the sum says nothing of the others
     * @param euroUndisclosed how many state a reason in its place
     * @param money by currency, of those that state an amount
     * @param inCurrency all in the currency that was asked for
     * @param shareOfGdp {@code euro} beside what the party produced; absent where that is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Total(@JsonInclude(JsonInclude.Include.ALWAYS) String key, int count, String euro, int euroStated,
            int euroUndisclosed, List<Sum> money,
            int moneyUndisclosed,
            int quantityUndisclosed, Converted inCurrency, GrossDomesticProduct.Share shareOfGdp) {
    }

    /**
     * What a group comes to in one currency.
     *
     * @param recorded of how many the amount stands as it was recorded in the currency
     * @param converted of how many the value in euro was converted
     * @param without how many state neither: the amount says nothing of them
     */
    public record Converted(String currency, String amount, int recorded, int converted, int without) {
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
        return new CommitmentFilter(filter.party(), filter.jointWith(), filter.priority(), filter.kind(), filter.basis(), series,
                state,
                filter.requirement(), filter.approval(), filter.instrument(), filter.category(), filter.binding(),
                filter.approvalStatus(),
                filter.from(), filter.until(), filter.text(), filter.readiness(), filter.trigger(), filter.asOf(),
                filter.knownAt());
    }

    /** The totals of the groups, in the order of their keys. */
    @Transactional
    Answer of(CommitmentFilter filter, Grouping grouping, Measure measure) {
        filter.check();
        measure.check(grouping);
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
        RecordedRates.Rate rate = measure.currency() == null ? null : rates.of(measure.currency(), filter);
        return new Answer(rate, measure.shareOfGdp() ? product.origin() : null, groups.entrySet().stream()
                .map(group -> total(group.getKey(), group.getValue(), rate, measure.shareOfGdp())).toList());
    }

    private Total total(String key, List<Tuple> rows, RecordedRates.Rate rate, boolean share) {
        BigDecimal euro = rows.stream().map(row -> new BigDecimal(row.get("euro", String.class))).reduce(BigDecimal.ZERO,
                BigDecimal::add);
        List<Sum> money = rows.stream().filter(row -> number(row, "stated") > 0)
                .map(row -> new Sum(row.get("currency", String.class), row.get("money", String.class), number(row, "stated")))
                .toList();
        return new Total(key, sum(rows, "count"), euro.toPlainString(), sum(rows, "euro_stated"), sum(rows, "euro_undisclosed"),
                money,
                sum(rows, "money_undisclosed"), sum(rows, "quantity_undisclosed"), rate == null ? null : converted(rows, rate),
                share ? product.share(key, euro) : null);
    }

    private static Converted converted(List<Tuple> rows, RecordedRates.Rate rate) {
        BigDecimal amount = BigDecimal.ZERO;
        BigDecimal euro = BigDecimal.ZERO;
        int recorded = 0;
        int converted = 0;
        for (Tuple row : rows) {
            boolean same = rate.currency().equals(row.get("currency", String.class));
            euro = euro.add(new BigDecimal(row.get(same ? "euro_alone" : "euro", String.class)));
            converted += number(row, same ? "euro_alone_stated" : "euro_stated");
            if (same) {
                amount = amount.add(new BigDecimal(row.get("money", String.class)));
                recorded += number(row, "stated");
            }
        }
        return new Converted(rate.currency(), amount.add(rate.of(euro)).toPlainString(), recorded, converted,
                sum(rows, "count") - recorded - converted);
    }

    private static int sum(List<Tuple> rows, String column) {
        return rows.stream().mapToInt(row -> number(row, column)).sum();
    }

    private static int number(Tuple row, String column) {
        return ((Number) row.get(column)).intValue();
    }
}
