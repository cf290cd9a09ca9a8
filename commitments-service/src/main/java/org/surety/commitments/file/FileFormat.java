package org.surety.commitments.file;

import java.util.Arrays;
import java.util.Optional;

/** In which forms rows come and go. */
public enum FileFormat {
    CSV("text/csv", "csv"),
    /** One JSON object a line. */
    NDJSON("application/x-ndjson", "ndjson"),
    /** A workbook, of which one sheet counts. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String extension;

    FileFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What the name of such a file ends with. */
    public String extension() {
        return extension;
    }

    /** As it stands in an answer's header. */
    public String contentType() {
        return this == CSV ? mediaType + ";charset=UTF-8" : mediaType;
    }

    /** By the header of a request, whatever parameters it has. */
    public static Optional<FileFormat> of(String contentType) {
        String type = contentType == null ? "" : contentType.split(";")[0].strip().toLowerCase(java.util.Locale.ROOT);
        return Arrays.stream(values()).filter(format -> format.mediaType.equals(type)).findFirst();
    }
}
