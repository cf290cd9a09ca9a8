package org.surety.priorities.obligation;

import static org.surety.priorities.situation.SampleSituation.ceasefire;
import static org.surety.priorities.situation.SampleSituation.proposed;
import static org.surety.priorities.situation.SampleSituation.with;

import java.util.Map;
import java.util.UUID;

import org.surety.contracts.TriggerKind;
import org.surety.priorities.As;
import org.surety.priorities.Known;
import org.surety.priorities.commitment.SampleCommitment;

/** Promises that name what wakes them, and what their parties say of it. */
public final class SampleObligation {

    static final String PATH = "/api/v1/obligations";

    private SampleObligation() {
    }

    /** A promise of XAA that sleeps until a ceasefire. */
    public static SampleCommitment asleep() {
        return SampleCommitment.of("XAA").asleep(TriggerKind.CEASEFIRE_IN_FORCE, 10);
    }

    /** Of the only obligation of the party under this situation. */
    static UUID of(String party, UUID situation) {
        return UUID.fromString(As.coordinator().queryParam("series", "EXERCISE").queryParam("party", party)
                .queryParam("situation", situation.toString()).get(PATH).then().statusCode(200).extract().path("items[0].id"));
    }

    /**
     * A played ceasefire calls a promise of XAA, which acknowledges it.
     *
     * @return the id of the obligation
     */
    public static String acknowledged(Known known, SampleCommitment commitment) {
        known.commitments(commitment);
        UUID situation = proposed("xaa.editor", with(ceasefire(), "exercise", true));
        String obligation = of("XAA", situation).toString();
        As.user("xaa.editor").body(Map.of()).post(PATH + "/" + obligation + "/acknowledgements").then().statusCode(200);
        return obligation;
    }
}
