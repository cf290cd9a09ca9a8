package org.surety.commitments.history;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.release.feed.PartlyReleased;

/** Records with amounts: a change of hidden amounts alone is told to nobody who does not see them, as in their history. */
@ApplicationScoped
class AmountsRelease implements PartlyReleased {

    /**
     * Where the version before is not shown the change is told, whatever it shows: it may be the record that is back. So is the end of a record,
     * of which no version is left.
     */
    private static final String TOLD = """
            with asked as (
                select change_id, subject::uuid as record, subject_version as version, changed from change where change_id = any (?)),
            following as (
                select a.change_id, a.changed, now.shown, before.shown as before, before.version = a.version - 1 as follows
                from asked a
                left join lateral (
                    select %2$s as shown from %1$s v where v.id = a.record and v.version = a.version) now on true
                left join lateral (
                    select v.version, %2$s as shown from %1$s v where v.id = a.record and v.version < a.version
                    order by v.version desc limit 1) before on true)
            select change_id, %3$s
            from following
            where shown is null or follows is not true or shown is distinct from before""";

    @Override
    public Map<String, String> queries() {
        return Map.of("commitment", told("commitment_version_shown"), "delivery", told("delivery_version_shown"));
    }

    private static String told(String versions) {
        return TOLD.formatted(versions, Shown.ROW, Shown.FIELDS);
    }
}
