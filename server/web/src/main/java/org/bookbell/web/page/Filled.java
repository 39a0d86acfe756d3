package org.bookbell.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.input.Input;

/** A form as it was filled in, with what was wrong: a fault stands beside its field, or above if it has none. */
public final class Filled {

    private final Map<String, List<String>> values;
    private final Map<String, String> faults;
    private final String refusal;

    private Filled(Map<String, List<String>> values, Map<String, String> faults, String refusal) {
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
        var lists = new LinkedHashMap<String, List<String>>();
        values.forEach((field, value) -> lists.put(field, List.of(value)));
        return new Filled(lists, Map.of(), "");
    }

    /** What was sent, to be shown again. */
    public static Filled of(Input in) {
        return new Filled(in.texts(), Map.of(), "");
    }

    /** What was sent and refused. */
    public static Filled refused(Input in, ProblemException refusal) {
        var faults = new LinkedHashMap<String, String>();
        for (var fault : refusal.faults()) {
            faults.putIfAbsent(fieldOf(fault), fault.detail());
        }
        return new Filled(in.texts(), faults, faults.isEmpty() ? refusal.detail() : "");
    }

    /** The same, with these boxes ticked among those of {@code field}. */
    public Filled ticking(String field, List<String> ticked) {
        var more = new LinkedHashMap<>(values);
        more.put(field, ticked);
        return new Filled(more, faults, refusal);
    }

    public String value(String field) {
        return values.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    public boolean isOn(String field) {
        return !value(field).isEmpty() && !value(field).equals("false");
    }

    /** Whether {@code value} is among those chosen for a field that takes several. */
    public boolean isTicked(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    /** The fault of a field, empty if there is none. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    /** Whether one of {@code fields} has a fault. */
    public boolean isWrong(String... fields) {
        return List.of(fields).stream().anyMatch(faults::containsKey);
    }

    /** Whether a field is the first that has a fault: the one to begin with. */
    public boolean isFirstWrong(String field) {
        return faults.keySet().stream().findFirst().filter(field::equals).isPresent();
    }

    /** Whether something must be said above the form. */
    public boolean isRefused() {
        return !refusal.isEmpty() || !faults.isEmpty();
    }

    /** What to say above the form, empty if {@link #faultsElsewhere} say it. */
    public String refusal() {
        var marked = faults.size() - faultsElsewhere().size();
        return switch (marked) {
            case 0 -> refusal;
            case 1 -> "Please correct the marked field.";
            default -> "Please correct the " + marked + " marked fields.";
        };
    }

    /** The faults of what the form did not send, so that no field of it may show them. */
    public List<String> faultsElsewhere() {
        return faults.entrySet().stream()
                .filter(fault -> !values.containsKey(fault.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String fieldOf(Fault fault) {
        return fault.pointer().replaceFirst("/\\d+$", "").replaceFirst(".*[/?]", "");
    }
}
