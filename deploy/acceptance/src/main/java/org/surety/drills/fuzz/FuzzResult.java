package org.surety.drills.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What came of the requests. */
final class FuzzResult {
    private static final int MOST_TOLD = 200;
    private final Map<Integer, AtomicLong> byStatus = new ConcurrentSkipListMap<>();
    private final Set<String> operations;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong faulty = new AtomicLong();

    FuzzResult(List<String> operations) {
        this.operations = Set.copyOf(operations);
    }

    void count(String operation, int status) {
        byStatus.computeIfAbsent(status, key -> new AtomicLong()).incrementAndGet();
        asked.add(operation);
        if (status / 100 == 2) {
            answered.add(operation);
        }
    }

    void fault(long number, FuzzRequest request, String what) {
        if (faulty.incrementAndGet() <= MOST_TOLD) {
            faults.add("request " + number + ": " + request.line() + "\n  " + what);
        }
    }

    boolean isSound() {
        return faulty.get() == 0;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    String line() {
        return byStatus.values().stream().mapToLong(AtomicLong::get).sum() + " answers " + byStatus + ", " + faulty + " faults; of "
                + operations.size() + " operations " + asked.size() + " asked, " + answered.size() + " answered with a 2xx";
    }

    String page() {
        StringBuilder page = new StringBuilder("| Status | Answers |\n|---|---|\n");
        byStatus.forEach((status, count) -> page.append("| ").append(status).append(" | ").append(count).append(" |\n"));
        page.append("\nOperations in the document: ").append(operations.size()).append("; asked: ").append(asked.size())
                .append("; answered with a 2xx at least once: ").append(answered.size()).append(".\n\nFaults: ").append(faulty)
                .append(".\n");
        Set<String> never = new TreeSet<>(operations);
        never.removeAll(answered);
        if (!never.isEmpty()) {
            page.append("\nNever answered with a 2xx, so that only refusals were seen of them: ").append(String.join(", ", never))
                    .append(".\n");
        }
        faults.forEach(fault -> page.append("\n```\n").append(fault).append("\n```\n"));
        return page.toString();
    }
}
