package org.bookbell.export.archive.file;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ids of the rows that were read, by file: eight bytes each, since there may be millions. */
public final class KnownIds {

    private static final int FIRST_SIZE = 1024;

    private final Map<String, Longs> byTable = new HashMap<>();

    private static final class Longs {
        private long[] values = new long[FIRST_SIZE];
        private int size;
        private boolean isSorted = true;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            isSorted &= size == 0 || values[size - 1] < value;
            values[size++] = value;
        }

        boolean contains(long value) {
            if (!isSorted) {
                Arrays.sort(values, 0, size);
                isSorted = true;
            }
            return Arrays.binarySearch(values, 0, size, value) >= 0;
        }
    }

    void add(String table, long id) {
        byTable.computeIfAbsent(table, name -> new Longs()).add(id);
    }

    /** Whether one of the tables has a row with that id. */
    boolean contains(List<String> tables, long id) {
        return tables.stream().map(byTable::get).anyMatch(ids -> ids != null && ids.contains(id));
    }
}
