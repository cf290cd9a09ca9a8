package org.surety.commitments.total;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

/** What real parties produced in a year, in euro, from a published table; of exercise parties and of many others nothing is known. */
@ApplicationScoped
class GrossDomesticProduct {

    private static final int YEAR = 2021;
    private static final String SOURCE = "Kiel Institute for the World Economy, Ukraine Support Tracker, Release 7, country summary, "
            + "column \"GDP (EUR)\"";
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int DIGITS = 8;

    private final Map<String, BigDecimal> euroByParty = read("gdp/gdp-" + YEAR + ".csv");

    /** Which figures these are. */
    record Origin(int year, String source) {
    }

    /**
     * A value beside what the party produced in a year.
     *
     * @param percent of it, to eight digits behind the point, as text
     * @param euro what was produced
     */
    record Share(String percent, String euro) {
    }

    Origin origin() {
        return new Origin(YEAR, SOURCE);
    }

    /** Null where it is not known. */
    Share share(String party, BigDecimal euro) {
        BigDecimal product = party == null ? null : euroByParty.get(party);
        return product == null
                ? null
                : new Share(euro.multiply(HUNDRED).divide(product, DIGITS, RoundingMode.HALF_UP).toPlainString(),
                        product.toPlainString());
    }

    private static Map<String, BigDecimal> read(String file) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",")).collect(Collectors.toUnmodifiableMap(cells -> cells[0],
                    cells -> new BigDecimal(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
