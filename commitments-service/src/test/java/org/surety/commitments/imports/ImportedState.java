package org.surety.commitments.imports;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.Basis;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The event of the row of {@link KielFile#row}, read strictly: a field that the contract does not know is an error. */
final class ImportedState {

    private static final JsonMapper STRICT = JsonMapper.builder().addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ImportedState() {
    }

    static CommitmentState read(String json) throws IOException {
        return STRICT.readValue(json, CommitmentState.class);
    }

    static CommitmentState expected(String json, String externalId) throws IOException {
        String group = externalId.split("/")[1];
        return new CommitmentState(read(json).id(), "EST", Series.REAL, Basis.EARLIER_SUPPORT, Kind.HUMANITARIAN_ASSISTANCE,
                "HUMANITARIAN",
                "ambulance", null, List.of(), Quantity.of(BigDecimal.valueOf(3), "unit"), Money.of("1500.50", "EUR"),
                Money.of("1500.50", "EUR"), null, null, null, null, DisclosedDay.of(LocalDate.of(2022, 5, 1)), group, "FILED",
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
