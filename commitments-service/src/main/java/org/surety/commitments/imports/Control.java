package org.surety.commitments.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.surety.kit.problem.InvalidRequest;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A total that the importer expects of a file, and the one found in the rows that are not rejected.
 *
 * @param what is added up
 * @param party whose rows; null: all
 * @param currency of the sum; null for rows
 * @param found null while not all rows are read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Control(What what, String party, String currency, BigDecimal expected, BigDecimal found) {

    private static final Pattern SUM = Pattern.compile("(?:([A-Z]{2,12}):)?([A-Z]{3}):(\\d{1,20}(?:\\.\\d{1,16})?)");
    private static final Pattern EURO = Pattern.compile("(?:([A-Z]{2,12}):)?(\\d{1,20}(?:\\.\\d{1,16})?)");
    private static final int MOST = 200;

    /** What can be added up. */
    enum What {
        /** The rows of the file, rejected or not. */
        ROWS,
        /** The amounts in the currency of the promise. */
        MONEY,
        /** The values in euro. */
        EURO_VALUE
    }

    /** From query parameters, each of which may be absent. */
    static List<Control> of(Integer rows, List<String> sums, List<String> euros) {
        List<Control> controls = new ArrayList<>();
        if (rows != null) {
            controls.add(new Control(What.ROWS, null, null, BigDecimal.valueOf(rows), null));
        }
        for (String sum : sums) {
            Matcher part = match(SUM, sum, "expectedSum", "must be like EUR:1250000.00 or XAA:EUR:1250000.00");
            controls.add(new Control(What.MONEY, part.group(1), part.group(2), new BigDecimal(part.group(3)), null));
        }
        for (String euro : euros) {
            Matcher part = match(EURO, euro, "expectedEuro", "must be like 1250000.00 or XAA:1250000.00");
            controls.add(new Control(What.EURO_VALUE, part.group(1), "EUR", new BigDecimal(part.group(2)), null));
        }
        if (controls.size() > MOST) {
            throw new InvalidRequest("expectedSum", "must be at most " + MOST + " totals in all");
        }
        return controls;
    }

    private static Matcher match(Pattern pattern, String text, String parameter, String message) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidRequest(parameter, message);
        }
        return matcher;
    }

    /**
     * What the rows of a party in a currency add up to.
     *
     * @param currency of the money; null where there is none
     */
    record Sum(String party, String currency, BigDecimal money, BigDecimal euro) {
    }

    /** With the total found. */
    Control in(int rows, List<Sum> sums) {
        BigDecimal total = switch (what) {
            case ROWS -> BigDecimal.valueOf(rows);
            case MONEY -> sums.stream().filter(this::concerns).filter(sum -> currency.equals(sum.currency())).map(Sum::money)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            case EURO_VALUE -> sums.stream().filter(this::concerns).map(Sum::euro).reduce(BigDecimal.ZERO, BigDecimal::add);
        };
        return new Control(what, party, currency, expected, total);
    }

    private boolean concerns(Sum sum) {
        return party == null || party.equals(sum.party());
    }

    /** Whether the two agree; a total that is not found yet does not differ. */
    boolean differs() {
        return found != null && found.compareTo(expected) != 0;
    }

    String inWords() {
        return what + (party == null ? "" : " of " + party) + (currency == null ? "" : " in " + currency) + " expected "
                + expected.toPlainString() + ", found " + found.toPlainString();
    }
}
