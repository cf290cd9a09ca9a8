package org.surety.acceptance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.surety.acceptance.WorldTable.Row;
import org.surety.acceptance.WorldViewer.Audience;

/**
 * One database as it might be: everything that the viewer may see, and of what it may not see a part that the seed draws. So any two worlds
 * of one viewer differ only in what is hidden from it, and in what follows from how much that is: the numbers in the log, which stay in
 * their order, and those by which records are listed. Amounts that are not released to the viewer are other ones.
 *
 * <p>
 * The numbers of the versions of a record that is seen, and of its changes, stay what they are: docs/SECURITY.md says what they tell.
 */
final class World {
    private static final Set<String> AMOUNTS = Set.of("quantity", "money", "euro", "contributions", "claim", "claimed_quantity");
    private static final Pattern AMOUNT = Pattern.compile("(\"(?:quantity|amount)\": ?\"?)([0-9]+)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final List<Integer> SHARES_LEFT_OUT = List.of(0, 20, 50, 80, 100);
    private final WorldViewer viewer;
    private final Map<Integer, Audience> audiences;
    private final List<WorldTable> tables;
    private final long seed;
    private final int leftOut;
    private final Leak leak;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> amountsOf = new HashMap<>();
    private final Map<String, Map<String, Long>> numbers = new HashMap<>();
    private final Map<Long, Long> sequences = new TreeMap<>();
    private int missing;

    /** A mistake planted in what can be seen, which depends on what cannot. */
    enum Leak {
        NONE, VERSION, ORDER
    }

    /** @param seed 0: the world as it is */
    World(WorldViewer viewer, Map<Integer, Audience> audiences, List<WorldTable> tables, long seed, Leak leak) {
        this.viewer = viewer;
        this.audiences = audiences;
        this.tables = tables;
        this.seed = seed;
        this.leak = leak;
        Random random = new Random(seed);
        this.leftOut = SHARES_LEFT_OUT.get(random.nextInt(SHARES_LEFT_OUT.size()));
        if (seed != 0) {
            tables.forEach(this::look);
            renumber(random);
        }
    }

    private void look(WorldTable table) {
        for (Row row : table.rows()) {
            if (row.audience() != null && isSeen(table, row)) {
                seen.add(row.record());
            }
            if (row.amounts() != null && !table.isSum()) {
                amountsOf.put(row.record(), row.amounts());
            }
        }
    }

    /** The rows of a table in this world, as COPY reads them. */
    String text(WorldTable table) {
        StringBuilder text = new StringBuilder();
        for (Row row : table.rows()) {
            if (seed == 0) {
                text.append(String.join("\t", row.cells())).append('\n');
            } else if (isThere(table, row)) {
                text.append(String.join("\t", said(table, row))).append('\n');
            }
        }
        return text.toString();
    }

    /** Ids of records of which no row is shown to the viewer; the same in each of its worlds. */
    List<String> hidden() {
        Set<String> hidden = new TreeSet<>();
        tables.forEach(table -> table.rows().stream().map(Row::record).filter(record -> ID.matcher(record).matches())
                .filter(record -> !seen.contains(record)).forEach(hidden::add));
        return List.copyOf(hidden);
    }

    private boolean isSeen(WorldTable table, Row row) {
        boolean shown = viewer.sees(audiences.get(row.audience()));
        return table.isSum() ? shown && (row.amounts() == null || viewer.sees(audiences.get(row.amounts()))) : shown;
    }

    /** Records are there or not as a whole: one that was ever shown to the viewer is there with all that it was meanwhile. */
    private boolean isThere(WorldTable table, Row row) {
        boolean hidden = table.isSum() ? !isSeen(table, row) : !seen.contains(row.record());
        int drawn = table.isSum() ? Arrays.hashCode(row.cells()) : row.record().hashCode();
        return !hidden || new Random(seed ^ 31L * drawn).nextInt(100) >= leftOut;
    }

    /** In their order, with other distances; the last change stays the last, since whoever follows the log is there. */
    private void renumber(Random random) {
        Map<String, TreeSet<Long>> used = new TreeMap<>();
        Map<String, Long> before = new HashMap<>();
        TreeSet<Long> places = new TreeSet<>();
        long first = Long.MAX_VALUE;
        for (WorldTable table : tables) {
            int sequence = table.name().equals("change") || table.name().equals("withdrawal") ? table.column("sequence") : -1;
            int number = table.column("number");
            if (table.number() != null) {
                before.put(table.family(), table.before());
            }
            for (Row row : table.rows()) {
                if (sequence >= 0) {
                    first = Math.min(first, Long.parseLong(row.cells()[sequence]));
                }
                if (!isThere(table, row)) {
                    missing++;
                    continue;
                }
                if (sequence >= 0) {
                    places.add(Long.parseLong(row.cells()[sequence]));
                }
                if (number >= 0 && row.cells()[number].matches("[0-9]+")) {
                    used.computeIfAbsent(table.family(), name -> new TreeSet<>()).add(Long.parseLong(row.cells()[number]));
                }
            }
        }
        used.forEach((family, given) -> {
            if (before.containsKey(family)) {
                numbers.put(family, distant(given, before.get(family), random));
            }
        });
        if (!places.isEmpty()) {
            place(places, first, random);
        }
    }

    private Map<String, Long> distant(TreeSet<Long> given, long before, Random random) {
        List<Long> fresh = new ArrayList<>();
        long at = before;
        for (int i = 0; i < given.size(); i++) {
            at += 1 + random.nextInt(9);
            fresh.add(at);
        }
        if (leak == Leak.ORDER && (seed & 1) == 1) {
            Collections.reverse(fresh);
        }
        Map<String, Long> changed = new HashMap<>();
        int i = 0;
        for (Long number : given) {
            changed.put(number.toString(), number > before ? fresh.get(i) : number);
            i++;
        }
        return changed;
    }

    private void place(TreeSet<Long> places, long first, Random random) {
        long last = places.last();
        List<Long> free = new ArrayList<>();
        for (long at = first; at < last; at++) {
            free.add(at);
        }
        Collections.shuffle(free, random);
        TreeSet<Long> chosen = new TreeSet<>(free.subList(0, places.size() - 1));
        chosen.add(last);
        var fresh = chosen.iterator();
        places.forEach(place -> sequences.put(place, fresh.next()));
    }

    private String[] said(WorldTable table, Row row) {
        String[] cells = row.cells().clone();
        Integer amounts = table.isSum() ? null : row.amounts() == null ? amountsOf.get(row.record()) : row.amounts();
        boolean others = amounts != null && !viewer.sees(audiences.get(amounts));
        for (int i = 0; i < cells.length; i++) {
            String column = table.columns().get(i);
            if (others && AMOUNTS.contains(column)) {
                cells[i] = otherAmounts(cells[i]);
            } else if (column.equals("sequence") && (table.name().equals("change") || table.name().equals("withdrawal"))) {
                cells[i] = sequences.get(Long.valueOf(cells[i])).toString();
            } else if (column.equals("number") && numbers.containsKey(table.family())) {
                cells[i] = String.valueOf(numbers.get(table.family()).getOrDefault(cells[i], -1L));
            } else if (leak == Leak.VERSION && column.equals("version") && table.name().equals("instrument")) {
                cells[i] = String.valueOf(Long.parseLong(cells[i]) + missing);
            }
        }
        return cells;
    }

    /** The same amount becomes the same other one, and a larger one need not become larger. */
    private String otherAmounts(String cell) {
        if (cell.matches("[0-9]+(\\.[0-9]+)?")) {
            return cell.contains(".") ? other(cell.substring(0, cell.indexOf('.'))) + ".00" : other(cell);
        }
        return AMOUNT.matcher(cell).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + other(found.group(2))));
    }

    private String other(String digits) {
        return Integer.toString(1 + new Random(seed ^ digits.hashCode()).nextInt(9_999_999));
    }
}
