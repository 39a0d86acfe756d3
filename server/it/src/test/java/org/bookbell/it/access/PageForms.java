package org.bookbell.it.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bookbell.it.server.Api;

/** The forms that stand on pages, as a browser would find them. */
final class PageForms {

    private static final Pattern FORM =
            Pattern.compile("<form\\b(?<attributes>[^>]*)>(?<inside>.*?)</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");
    private static final Pattern FIELD = Pattern.compile("<(input|select|textarea|button)\\b([^>]*)>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*href=\"(/[^\"#]*)\"");
    /** Ends the session, or is no page. */
    private static final Pattern AVOIDED =
            Pattern.compile("/sign-out|/assets/.*|/docs/.*|.*\\.(zip|ics|csv).*|.*/bundle.*");

    private static final int MOST_PAGES = 150;

    /** One form: where it is sent, and its fields with what stands in them. */
    record Filled(String action, Map<String, String> fields) {

        @Override
        public String toString() {
            return action + " " + fields.keySet();
        }
    }

    private final Map<String, Filled> found = new TreeMap<>();

    private PageForms() {}

    /** Those on {@code first} and on every page that a link leads to, one of each kind. */
    static List<Filled> from(Api api, List<String> first) {
        var forms = new PageForms();
        var waiting = new ArrayList<>(first);
        var seen = new LinkedHashMap<String, Boolean>();
        while (!waiting.isEmpty() && seen.size() < MOST_PAGES) {
            var path = waiting.remove(0);
            if (seen.putIfAbsent(kind(path), true) == null) {
                var page = api.get(path).body();
                forms.read(path, page);
                waiting.addAll(links(page));
            }
        }
        return List.copyOf(forms.found.values());
    }

    private void read(String path, String page) {
        var form = FORM.matcher(page);
        while (form.find()) {
            var attributes = form.group("attributes");
            if (attributes.contains("method=\"post\"")) {
                var action = ACTION.matcher(attributes);
                var to = action.find() ? plain(action.group(1)) : path.replaceAll("\\?.*", "");
                if (!AVOIDED.matcher(to).matches()) {
                    var filled = new Filled(to, fields(form.group("inside")));
                    found.putIfAbsent(kind(to) + filled.fields().keySet(), filled);
                }
            }
        }
    }

    private static Map<String, String> fields(String inside) {
        var fields = new LinkedHashMap<String, String>();
        var field = FIELD.matcher(inside);
        while (field.find()) {
            var name = NAME.matcher(field.group(2));
            var value = VALUE.matcher(field.group(2));
            if (name.find() && !name.group(1).equals("csrf")) {
                fields.putIfAbsent(plain(name.group(1)), value.find() ? plain(value.group(1)) : "");
            }
        }
        return fields;
    }

    private static Set<String> links(String page) {
        return LINK.matcher(page)
                .results()
                .map(link -> plain(link.group(1)))
                .filter(path -> !AVOIDED.matcher(path).matches())
                .collect(Collectors.toSet());
    }

    /** Pages about one thing or another are of one kind. */
    private static String kind(String path) {
        return path.replaceAll("[0-9A-Z]{13}", "id")
                .replaceAll("/self/[^/?]+", "/self/token")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[^&]*", "date")
                .replaceAll("after=[^&]+", "after");
    }

    private static String plain(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
