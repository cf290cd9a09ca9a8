package org.surety.priorities.minimum;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.priorities.stating.Quantities;

/** A requirement that stands, with its credible minimum on a day. */
record Watched(UUID id, Series series, BigDecimal minimum, Label label, int audienceId) {

    static Watched of(ResultSet row) throws SQLException {
        return new Watched(row.getObject(1, UUID.class), Series.valueOf(row.getString(2)), Quantities.plain(row.getBigDecimal(3)),
                Label.parse(row.getString(4)), row.getInt(5));
    }

    /** Who shares what is told of it: of what is narrower nothing may stand in it. */
    Circle circle() {
        return new Circle(series, label.release() == Release.COALITION);
    }

    /**
     * What everybody sees who sees a requirement.
     *
     * @param coalition whether that is the coalition of the series, else everybody
     */
    record Circle(Series series, boolean coalition) {

        boolean sees(Label label) {
            return label.release() == Release.PUBLIC
                    || coalition && label.release() == Release.COALITION && label.series() == series;
        }
    }
}
