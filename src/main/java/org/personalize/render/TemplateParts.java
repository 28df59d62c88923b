package org.personalize.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template source is made of, as far as it may be left out of a mail.
 *
 * @param stretches its branches and macros
 * @param calls the macros it calls
 * @param uses the files it imports or includes
 */
record TemplateParts(List<Stretch> stretches, List<Name> calls, List<Name> uses) {

    /** @param macro blank for a branch of a choice or a list */
    record Stretch(int from, int to, String macro) {}

    /** A name and where it is called. */
    record Name(int at, String name) {}

    static final TemplateParts NONE = new TemplateParts(List.of(), List.of(), List.of());

    /** What is commented out or printed as it is comes first, so that nothing in it is read as a directive. */
    private static final Pattern SIGN = Pattern.compile(
            "<#--.*?-->|<#noparse>.*?</#noparse>"
                    + "|<#(?<open>if|list|switch)\\b|</#(?<close>if|list|switch|macro)\\b"
                    + "|<#(?<next>else|elseif|case|on|default)\\b"
                    + "|<#macro\\s+(?<macro>\\w+)|<@(?:\\w+\\.)*(?<call>\\w+)"
                    + "|<#(?:import|include)\\s+[\"'](?<use>[^\"'$]+)[\"']",
            Pattern.DOTALL);

    static TemplateParts of(String source) {
        var parts = new TemplateParts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Deque<Name> open = new ArrayDeque<>();
        Matcher signs = SIGN.matcher(source);
        while (signs.find()) {
            parts.read(signs, open);
        }
        return parts;
    }

    private void read(Matcher sign, Deque<Name> open) {
        int at = sign.start();
        if (sign.group("open") != null) {
            open.push(new Name(at, ""));
        } else if (sign.group("macro") != null) {
            open.push(new Name(at, sign.group("macro")));
        } else if (sign.group("call") != null) {
            calls.add(new Name(at, sign.group("call")));
        } else if (sign.group("use") != null) {
            uses.add(new Name(at, sign.group("use")));
        } else if (sign.group("close") != null || sign.group("next") != null) {
            close(at, open);
        }
        if (sign.group("next") != null) {
            open.push(new Name(at, ""));
        }
    }

    /** An end without a start is for the template room to complain about. */
    private void close(int at, Deque<Name> open) {
        if (!open.isEmpty()) {
            Name start = open.pop();
            stretches.add(new Stretch(start.at(), at, start.name()));
        }
    }
}
