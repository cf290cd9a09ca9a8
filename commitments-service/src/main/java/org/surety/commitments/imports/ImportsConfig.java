package org.surety.commitments.imports;

import java.time.Duration;
import java.util.List;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of imports. */
@ConfigMapping(prefix = "surety.imports")
public interface ImportsConfig {

    /** The mappings there are: data files in import-mappings/. */
    List<String> mappings();

    /** The largest file: a million narrow rows or 100,000 of the widest source known, looked through while the client waits. */
    MemorySize largestFile();

    /** All cells of a file: a million rows of the own template. */
    @WithDefault("60000000")
    long mostCells();

    /** A workbook once unpacked: some 500,000 rows of the own template. */
    @WithDefault("1G")
    MemorySize largestUnpacked();

    /** Rows staged or stored in one transaction: some 100 ms. */
    @WithDefault("1000")
    int batch();

    /** A process that works on an import and does not say so for so long has died; a batch takes a small part of it. */
    @WithDefault("30s")
    Duration lease();

    /** How soon a job is seen that another replica took in. */
    @WithDefault("500ms")
    Duration poll();

    /** The limit of the one transaction in which an import stores all or nothing. */
    @WithDefault("10m")
    Duration allOrNothing();

    /** An import that ends the process so often is not begun again. */
    @WithDefault("5")
    int attempts();
}
