package org.surety.local;

import java.util.List;
import java.util.stream.Stream;

/** How much of the machine the parts may take. */
public enum Sizing {
    /**
     * All parts beside one another and beside other work. The first compiler alone: seven processes that are started often and loaded little share
     * two cores, and the second would take more of them than its code gives back - in a drill of five minutes it was the busiest thread of every
     * service.
     */
    SHARED(64, 192, List.of("-XX:TieredStopAtLevel=1")),

    /** As a register of a million commitments would be given it: memory for the database, and code that is compiled well. */
    SERVER(4096, 512, List.of());

    private final int sharedBuffersMegabytes;
    private final int heapMegabytes;
    private final List<String> flags;

    Sizing(int sharedBuffersMegabytes, int heapMegabytes, List<String> flags) {
        this.sharedBuffersMegabytes = sharedBuffersMegabytes;
        this.heapMegabytes = heapMegabytes;
        this.flags = flags;
    }

    String sharedBuffers() {
        return "shared_buffers=" + sharedBuffersMegabytes + "MB";
    }

    /** Flags of the virtual machine of a service with a database; the gateway does with two thirds of its heap. */
    List<String> of(Service service) {
        int heap = service == Service.GATEWAY ? heapMegabytes * 2 / 3 : heapMegabytes;
        return Stream.concat(Stream.of("-Xms24m", "-Xmx" + heap + "m", "-XX:+UseSerialGC"), flags.stream()).toList();
    }
}
