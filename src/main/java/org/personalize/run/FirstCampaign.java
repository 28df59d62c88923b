package org.personalize.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.csv.DayOrder;
import org.personalize.render.Placeholders;
import org.personalize.run.Export.Column;
import org.personalize.run.ExportGuess.Named;
import org.personalize.run.ExportGuess.Role;

/** The YAML of a first campaign over somebody's own exports, with a comment on every guess. */
final class FirstCampaign {

    private final FirstLook look;
    private final List<ExportGuess> guesses;

    FirstCampaign(FirstLook look) {
        this.look = look;
        guesses = look.guesses();
    }

    String workspaceFile() {
        var text = new StringBuilder("""
                # What all campaigns of this workspace have in common. Lines marked GUESSED are worth a look;
                # lines marked CHANGE need your own words; check says so as long as mail would hold what is still an example's.

                from: %s <news@example.com>          # CHANGE
                languages: [en]

                data:
                """.formatted(Placeholders.SHOP));
        source(text, Role.CUSTOMERS);
        source(text, Role.ITEMS);
        source(text, Role.EVENTS);
        purchases(text);
        suppressions(text);
        unused(text);
        text.append("\naudience:\n");
        consents(text);
        return text.append("""

                        groups: {no_mail: 5%%, plain_mail: 10%%}      # so that a report can say what mail and personalizing earned

                        compliance:
                          postal_address: "%s"             # CHANGE: the law wants a real one
                          unsubscribe: "%sunsubscribe/${token}"   # CHANGE: see unsubscribe/README.md

                        images: {folder: images/, public_url: "%smail/"}   # CHANGE, if your pictures are files
                        ledger: personalize.db
                        secret: personalize.key
                        seed: first-mail
                        """.formatted(Placeholders.POSTAL_ADDRESS, Placeholders.SITE, Placeholders.SITE))
                .toString();
    }

    String campaignFile() {
        boolean hasItems = first(Role.ITEMS).isPresent();
        boolean hasNames = first(Role.CUSTOMERS)
                .map(g -> g.has("first_name", Audience.HEADERS))
                .orElse(false);
        var text = new StringBuilder("""
                # A first campaign: look at it with
                #
                #   personalize send first-mail.yaml --dry-run --out previews
                campaign: first-mail

                """);
        text.append("subject: \"")
                .append(hasNames ? "${customer.first_name!'Hello'}, " : "")
                .append(hasItems ? "${(slots.picks[0].title)!'our news'} and more for you" : "our news for you")
                .append("\"\npreheader: \"Chosen for you\"\ntemplate: templates/first-mail.ftlh\n");
        if (hasItems) {
            boolean knowsStock = first(Role.ITEMS)
                    .map(g -> g.has("in_stock", Catalog.HEADERS))
                    .orElse(false);
            text.append(
                            "\nslots:\n  picks: {pick: 4, at_least: 1, otherwise: popular, hide_bought: true, max_per_category: 2")
                    .append(knowsStock ? ", where: \"item.in_stock\"" : "")
                    .append("}\n");
        } else {
            text.append("\n# No item file was given, so there is nothing to choose yet: add data.items and slots.\n");
        }
        return text.append("""

                        schedule:
                          quiet_hours: 21:00-07:00
                          time_zone: UTC           # CHANGE: of people whose zone nobody knows
                        """).toString();
    }

    private void source(StringBuilder text, Role role) {
        List<ExportGuess> those = look.all(role);
        if (those.isEmpty()) {
            text.append("  # ").append(role.key()).append(": no file looked like it\n");
            return;
        }
        ExportGuess guess = those.get(0);
        text.append("  ")
                .append(role.key())
                .append(":")
                .append("      # GUESSED: ")
                .append(guess.why())
                .append('\n');
        text.append("    file: ").append(quoted(look.path(guess))).append('\n');
        if (!guess.columns().isEmpty()) {
            text.append("    columns:\n");
            columns(text, "      ", guess);
        }
        order(text, "    ", guess);
        for (ExportGuess other : those.subList(1, those.size())) {
            text.append("    # also looks like ")
                    .append(role.key())
                    .append(": ")
                    .append(look.path(other))
                    .append(" (not read; only files of the same people and kind can be read as one, by a pattern)\n");
        }
    }

    private void purchases(StringBuilder text) {
        for (ExportGuess guess : look.purchases()) {
            text.append("  # purchases: ")
                    .append(look.path(guess))
                    .append("      # GUESSED: ")
                    .append(guess.why())
                    .append(
                            "\n  # Take them in, and later ones as they come; what is known already counts once:\n  #   ")
                    .append(look.ingest(guess))
                    .append('\n');
        }
    }

    /** What tables of purchases call things, by the names of the files that say it. */
    Map<String, String> mappings() {
        Map<String, String> mappings = new TreeMap<>();
        look.purchases().stream()
                .filter(guess -> !guess.columns().isEmpty())
                .forEach(guess -> mappings.put(look.mapping(guess), mapping(guess)));
        return mappings;
    }

    private String mapping(ExportGuess guess) {
        var text = new StringBuilder("# What " + look.path(guess) + " calls things. It is taken in by\n#\n#   "
                + look.ingest(guess) + "\n#\n# Lines marked GUESSED are worth a look.\n\ncolumns:\n");
        columns(text, "  ", guess);
        order(text, "", guess);
        return text.append("fixed: {event: purchase}      # every row is one\n").toString();
    }

    /** What comes first in dates with slashes; where nobody can see it, a line that waits for somebody who knows. */
    private static void order(StringBuilder text, String margin, ExportGuess guess) {
        guess.slashedDates()
                .map(Column::order)
                .ifPresent(order -> text.append(margin)
                        .append(
                                order == DayOrder.UNSAID
                                        ? "# types: {timestamp: %s}      # CHANGE: or %s"
                                                .formatted(DayOrder.DAY_FIRST.word(), DayOrder.MONTH_FIRST.word())
                                        : "types: {timestamp: %s}      # GUESSED: some of its dates make sense only so"
                                                .formatted(order.word()))
                        .append('\n'));
    }

    private static void columns(StringBuilder text, String margin, ExportGuess guess) {
        for (Named column : guess.columns()) {
            text.append(margin)
                    .append(column.name())
                    .append(": ")
                    .append(quoted(column.header()))
                    .append("      # GUESSED: ")
                    .append(column.why())
                    .append('\n');
        }
    }

    private void suppressions(StringBuilder text) {
        List<String> files = guesses.stream()
                .filter(g -> g.role() == Role.SUPPRESSIONS)
                .map(g -> quoted(look.path(g)))
                .toList();
        text.append(
                files.isEmpty()
                        ? "  # suppressions: optouts/*.csv      # nobody in these files ever gets mail\n"
                        : "  suppressions: [" + String.join(", ", files)
                                + "]      # GUESSED: by their names and addresses\n");
    }

    private void unused(StringBuilder text) {
        for (ExportGuess guess : guesses) {
            if (guess.role() == Role.UNKNOWN) {
                text.append("  # not used: ")
                        .append(look.path(guess))
                        .append(" (")
                        .append(guess.why())
                        .append(")\n");
            }
        }
    }

    private void consents(StringBuilder text) {
        ExportGuess customers = look.all(Role.CUSTOMERS).get(0);
        ConsentGuess guess = customers.consents();
        guess.mail().ifPresentOrElse(column -> line(text, "consent", column), () -> noConsent(text, customers));
        optedOut(text, guess.optedOut());
        if (guess.isEmpty()) {
            text.append("  {}\n");
        }
        guess.tracking().ifPresent(column -> line(text, "tracking_consent", column));
        guess.personalization().ifPresent(column -> line(text, "personalization_consent", column));
        guess.unclear()
                .forEach(header -> text.append("  # CHANGE: column ")
                        .append(header)
                        .append(" may speak of consent, too; nothing was guessed of it. Say here what it means,")
                        .append(" such as opted_out: [\"")
                        .append(header)
                        .append("\"]\n"));
    }

    private static void noConsent(StringBuilder text, ExportGuess customers) {
        text.append("""
                  # CHANGE: no column is surely a consent to marketing. Name it, or say why none is recorded:
                  #   consent: {not_recorded: "%s"}
                  # Until then nothing can be planned.
                """.formatted(
                        customers.isListOfMembers()
                                ? "subscribed members of our Mailchimp audience"
                                : "customers since 2020, told at the till how to object"));
    }

    /** Whoever says no in any of the columns, and in any row, gets no mail. */
    private static void optedOut(StringBuilder text, List<Named> columns) {
        if (!columns.isEmpty()) {
            text.append("  opted_out: ")
                    .append(columns.stream().map(Named::header).collect(Collectors.joining("\", \"", "[\"", "\"]")))
                    .append("      # GUESSED: ")
                    .append(
                            columns.size() == 1
                                    ? columns.get(0).why()
                                    : "a yes in any of these columns says no to mail")
                    .append('\n');
        }
    }

    private static void line(StringBuilder text, String key, Named column) {
        text.append("  ")
                .append(key)
                .append(": ")
                .append(quoted(column.header()))
                .append("      # GUESSED: ")
                .append(column.why())
                .append('\n');
    }

    private Optional<ExportGuess> first(Role role) {
        return look.all(role).stream().findFirst();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
