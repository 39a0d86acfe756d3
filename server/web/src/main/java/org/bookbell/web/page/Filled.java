package org.bookbell.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.input.Input;

/** A form as it was filled in, with what was wrong: a fault stands beside its field, or above if it has none. */
public final class Filled {

    private final Map<String, String> values;
    private final Map<String, String> faults;
    private final String refusal;

    private Filled(Map<String, String> values, Map<String, String> faults, String refusal) {
        this.values = values;
        this.faults = faults;
        this.refusal = refusal;
    }

    /** An empty form. */
    public static Filled empty() {
        return with(Map.of());
    }

    /** A form that suggests {@code values} by field. */
    public static Filled with(Map<String, String> values) {
        return new Filled(Map.copyOf(values), Map.of(), "");
    }

    /** What was sent and refused. */
    public static Filled refused(Input in, ProblemException refusal) {
        var faults = new LinkedHashMap<String, String>();
        for (var fault : refusal.faults()) {
            faults.putIfAbsent(fieldOf(fault), fault.detail());
        }
        return new Filled(in.texts(), faults, refusal.detail());
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean isOn(String field) {
        return !value(field).isEmpty() && !value(field).equals("false");
    }

    /** The fault of a field, empty if there is none. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    /** What to say above the form, empty if nothing. */
    public String refusal() {
        return refusal;
    }

    /** Faults that may have no field on the form to stand beside. */
    public List<String> faults() {
        return List.copyOf(faults.values());
    }

    private static String fieldOf(Fault fault) {
        return fault.pointer().replaceFirst("/\\d+$", "").replaceFirst(".*[/?]", "");
    }
}
