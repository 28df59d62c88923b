package org.personalize.render;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Text;
import org.personalize.template.Template;
import org.personalize.template.TemplateRoom;

/**
 * Everything a campaign says in one language.
 *
 * @param textLanguage which language the HTML template is in; another where this language has no template of its own
 * @param locale of numbers and dates: the language's, never the machine's
 * @param subjects variant to its subject
 * @param text null: the text part is derived from the HTML
 * @param localColumns item column to its column in this language
 */
record LanguageKit(
        String language,
        String textLanguage,
        Locale locale,
        Template html,
        @Nullable Template text,
        Map<String, Template> subjects,
        @Nullable Template preheader,
        Map<String, String> localColumns) {

    /** @param files templates that other languages have read, and this one may share */
    static LanguageKit of(
            String language,
            Campaign campaign,
            TemplateRoom room,
            Map<Path, Template> files,
            List<String> itemColumns) {
        var subjects = new LinkedHashMap<String, Template>();
        for (var variant : campaign.subjects()) {
            subjects.put(variant.name(), line(variant.subject(), language, room));
        }
        Path textFile = campaign.textTemplate();
        Text preheader = campaign.preheader();
        return new LanguageKit(
                language,
                textLanguage(language, campaign),
                Locale.forLanguageTag(language),
                files.computeIfAbsent(nearest(campaign.template(), language), room::html),
                textFile == null ? null : files.computeIfAbsent(nearest(textFile, language), room::text),
                subjects,
                preheader == null ? null : line(preheader, language, room),
                localColumns(language, itemColumns));
    }

    /**
     * Where other languages have a template of their own, the one without an ending is that of the first. Where none has,
     * one template may well speak them all.
     */
    private static String textLanguage(String language, Campaign campaign) {
        boolean isShared = campaign.languages().stream().noneMatch(other -> hasOwn(campaign.template(), other));
        return isShared || hasOwn(campaign.template(), language)
                ? language
                : campaign.languages().get(0);
    }

    private static boolean hasOwn(Path template, String language) {
        return !nearest(template, language).equals(template);
    }

    private static Template line(Text text, String language, TemplateRoom room) {
        var byLanguage = text.byLanguage();
        for (String candidate : candidates(language)) {
            var line = byLanguage.get(candidate);
            if (line != null) {
                return room.line(line.source(), line.place());
            }
        }
        var first =
                byLanguage.entrySet().stream().min(Map.Entry.comparingByKey()).orElseThrow();
        return room.line(first.getValue().source(), first.getValue().place());
    }

    /** {@code spring-sale.de.ftlh} beside {@code spring-sale.ftlh}, or the file itself. */
    static Path nearest(Path file, String language) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        for (String candidate : candidates(language)) {
            if (dot > 0 && !candidate.isEmpty()) {
                Path sibling = file.resolveSibling(name.substring(0, dot) + "." + candidate + name.substring(dot));
                if (Files.isRegularFile(sibling)) {
                    return sibling;
                }
            }
        }
        return file;
    }

    /** From the nearest to the text for all: {@code de-AT}, {@code de}, "". */
    private static List<String> candidates(String language) {
        int dash = language.indexOf('-');
        return dash < 0 ? List.of(language, "") : List.of(language, language.substring(0, dash), "");
    }

    /** Item column to its column in a language. */
    static Map<String, String> localColumns(String language, List<String> columns) {
        var local = new HashMap<String, String>();
        for (String candidate : candidates(language)) {
            String ending = "_" + candidate.toLowerCase(Locale.ROOT).replace('-', '_');
            for (String column : columns) {
                if (ending.length() > 1 && column.endsWith(ending)) {
                    local.putIfAbsent(column.substring(0, column.length() - ending.length()), column);
                }
            }
        }
        return Map.copyOf(local);
    }
}
