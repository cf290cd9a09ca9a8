package org.surety.commitments.file;

/**
 * Beyond what a file is refused.
 *
 * @param cells of all its rows
 * @param unpacked bytes of a workbook once unpacked
 */
public record FileLimits(long cells, long unpacked) {
}
