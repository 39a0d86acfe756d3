package org.bookbell.message.text;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bookbell.client.Channel;
import org.bookbell.problem.Faults;

/** What a text may look like: Mustache with the known variables, sections of them, and nothing else. */
final class TemplateSyntax {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_MAIL = 4000;
    private static final int LONGEST_SMS = 480;

    /** Words that carriers act upon by themselves: a client who answers one is cut off from all senders. */
    private static final Pattern CARRIER_KEYWORD =
            Pattern.compile("\\b(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|YES|START|UNSTOP)\\b");

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(false)
            .defaultValue("")
            .emptyStringIsFalse(true)
            .withLoader(name -> {
                throw new MustacheException("texts include no others");
            });

    private TemplateSyntax() {}

    /** A text that was checked, to be filled with values as often as one likes. */
    static Template compile(String text) {
        return COMPILER.compile(text);
    }

    static int longest(Channel channel) {
        return channel == Channel.EMAIL ? LONGEST_MAIL : LONGEST_SMS;
    }

    static void check(TextKey key, TemplateText text, Faults faults) {
        var subject = Optional.ofNullable(text.subject());
        faults.check(
                subject.isPresent() == (key.channel() == Channel.EMAIL),
                "/subject",
                "An e-mail has a subject, an SMS has none.");
        subject.ifPresent(line -> {
            faults.check(
                    !line.isBlank()
                            && line.length() <= LONGEST_SUBJECT
                            && line.lines().count() == 1,
                    "/subject",
                    "The subject must be one line of 1 to " + LONGEST_SUBJECT + " characters.");
            checkVariables(line, key, "/subject", faults);
        });
        var longest = longest(key.channel());
        faults.check(
                !text.body().isBlank() && text.body().length() <= longest,
                "/body",
                "The text must have 1 to " + longest + " characters.");
        checkVariables(text.body(), key, "/body", faults);
        faults.check(
                key.channel() != Channel.SMS
                        || !CARRIER_KEYWORD.matcher(text.body()).find(),
                "/body",
                "The text must not ask for a word that carriers act upon, such as STOP, CANCEL, END or YES.");
    }

    private static void checkVariables(String text, TextKey key, String pointer, Faults faults) {
        var known = Variables.namesFor(key);
        try {
            var used = new Names();
            COMPILER.compile(text).visit(used);
            used.unknown(known)
                    .ifPresent(unknown -> faults.add(
                            pointer,
                            "There is no variable " + unknown + " here; known are "
                                    + known.stream().sorted().collect(Collectors.joining(", ")) + "."));
            faults.check(!used.includes(), pointer, "A text cannot include another one.");
        } catch (MustacheException unreadable) {
            faults.add(pointer, "The braces of the text do not match: " + unreadable.getMessage() + ".");
        }
    }

    /** Collects the names that a template uses. */
    private static final class Names implements Mustache.Visitor {

        private final Set<String> names = new TreeSet<>();
        private boolean includes;

        Optional<String> unknown(Set<String> known) {
            var unknown = names.stream().filter(name -> !known.contains(name)).toList();
            return unknown.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", unknown));
        }

        boolean includes() {
            return includes;
        }

        @Override
        public void visitText(String text) {
            // only names matter
        }

        @Override
        public void visitVariable(String name) {
            names.add(name);
        }

        @Override
        public boolean visitSection(String name) {
            names.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            names.add(name);
            return true;
        }

        @Override
        public boolean visitInclude(String name) {
            includes = true;
            return false;
        }

        @Override
        public boolean visitParent(String name) {
            includes = true;
            return false;
        }

        @Override
        public boolean visitBlock(String name) {
            includes = true;
            return false;
        }
    }
}
