package org.surety.commitments.total;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.commitments.commitment.CommitmentCondition;
import org.surety.commitments.commitment.CommitmentFilter;
import org.surety.commitments.commitment.Numbers;
import org.surety.kit.clock.Today;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Rates of exchange as the commitments of the register have them: none comes from elsewhere. */
@ApplicationScoped
class RecordedRates {

    private static final String EURO = "EUR";

    private static final String STATED = """
            select %1$sid as id, %1$sparticulars #>> '{rate,perEuro}' as per_euro, %1$sparticulars #>> '{rate,on}' as on_day,
                %1$sparticulars #>> '{rate,source}' as source
            from%2$s and %1$scurrency = :currency and %1$sparticulars -> 'rate' is not null
                and cast(%1$sparticulars #>> '{rate,on}' as date) <= :rateDay
            order by on_day desc, id limit 1""";

    private static final String MEAN = """
            select count(*) as count, cast(coalesce(sum(%1$smoney), 0) as text) as money, cast(coalesce(sum(%1$seuro), 0) as text) as euro
            from%2$s and %1$scurrency = :currency and %1$smoney > 0 and %1$seuro > 0""";

    private final EntityManager entities;
    private final Today today;

    RecordedRates(EntityManager entities, Today today) {
        this.entities = entities;
        this.today = today;
    }

    /** How a rate was come by. */
    enum Origin {
        /** One commitment states it, with day and source. */
        STATED,
        /** What commitments state in the currency, by what they state in euro: no commitment states a rate. */
        MEAN
    }

    /**
     * A rate.
     *
     * @param perEuro so many units of the currency are one euro, as text
     * @param on the day for which it was published; of a stated one
     * @param commitment which states it; of a stated one
     * @param commitments of how many it is the mean; of a mean
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rate(String currency, String perEuro, Origin origin, LocalDate on, String source, UUID commitment, Integer commitments) {

        /** So much is the value in euro in the currency, to a hundredth. */
        BigDecimal of(BigDecimal euro) {
            return euro.multiply(new BigDecimal(perEuro)).setScale(2, RoundingMode.HALF_UP);
        }
    }

    /**
     * The newest rate that commitments of the series and state of the filter state until its day; else the mean of what they state both in the
     * currency and in euro. The euro itself needs none.
     */
    Rate of(String currency, CommitmentFilter filter) {
        if (currency.equals(EURO)) {
            return new Rate(EURO, "1", null, null, null, null, null);
        }
        LocalDate day = filter.asOf() == null ? today.day() : filter.asOf();
        CommitmentFilter all = filter.onlySeriesAndState();
        CommitmentCondition condition = CommitmentCondition.of(all, day);
        return query(STATED, condition, all, currency).setParameter("rateDay", day).getResultStream().findFirst()
                .map(row -> new Rate(currency, row.get("per_euro", String.class), Origin.STATED,
                        LocalDate.parse(row.get("on_day", String.class)), row.get("source", String.class),
                        row.get("id", UUID.class), null))
                .orElseGet(() -> mean(currency, query(MEAN, condition, all, currency).getSingleResult()));
    }

    private static Rate mean(String currency, Tuple sums) {
        int count = ((Number) sums.get("count")).intValue();
        if (count == 0) {
            throw TotalProblem.noRate(currency);
        }
        BigDecimal mean = new BigDecimal(sums.get("money", String.class)).divide(new BigDecimal(sums.get("euro", String.class)),
                MathContext.DECIMAL32);
        return new Rate(currency, Numbers.plain(mean).toPlainString(), Origin.MEAN, null, null, null, count);
    }

    private NativeQuery<Tuple> query(String sql, CommitmentCondition condition, CommitmentFilter filter, String currency) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(sql.formatted(condition.row(), condition.sql()), Tuple.class).setParameter("currency", currency);
        condition.values().forEach(query::setParameter);
        if (filter.knownAt() != null) {
            query.setParameter("known", filter.knownAt(), Instant.class);
        }
        return query;
    }
}
