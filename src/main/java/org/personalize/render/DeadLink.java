package org.personalize.render;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.personalize.problem.Nearest;

/** Why an address that looks like one leads nobody anywhere. */
final class DeadLink {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(/*)(.*)", Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("(?:[^@/?#]*@)?([^/?#]*?)(?::[0-9]*)?(?:[/?#].*)?", Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("\\s|%20");

    /** Networks of one house or one machine, by RFC 1918, 1122 and 3927. */
    private static final Pattern OF_A_HOUSE =
            Pattern.compile("(?:10|127)\\.[0-9.]+|192\\.168\\.[0-9.]+|172\\.(?:1[6-9]|2[0-9]|3[01])\\.[0-9.]+"
                    + "|169\\.254\\.[0-9.]+|\\[::1]|(?:.*\\.)?localhost|.*\\.local(?:domain)?");

    private static final List<String> WEB = List.of("http", "https");
    private static final Set<String> OTHERS = Set.of("ftp", "ftps", "sftp");

    private DeadLink() {}

    /** What is wrong with it; nothing for an address that may well lead somewhere. */
    static Optional<String> fault(String link) {
        if (link.strip().equals("#")) {
            return Optional.of("write the address of a page");
        }
        var parts = SCHEME.matcher(link.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        boolean hasSlashes = parts.group(2).equals("//");
        if (WEB.contains(scheme)) {
            return hasSlashes ? host(parts.group(3)) : Optional.of("behind " + scheme + ": come two slashes");
        } else if (scheme.equals("mailto") || scheme.equals("tel")) {
            return parts.group(3).isBlank() ? Optional.of("nothing stands behind " + scheme + ":") : Optional.empty();
        }
        return hasSlashes && !OTHERS.contains(scheme)
                ? Nearest.to(scheme, WEB).map(near -> "did you mean https://?")
                : Optional.empty();
    }

    private static Optional<String> host(String behind) {
        var parts = HOST.matcher(behind);
        String host = parts.matches() ? parts.group(1).toLowerCase(Locale.ROOT) : "";
        if (host.isEmpty()) {
            return Optional.of("it names no site");
        } else if (BLANK.matcher(host).find()) {
            return Optional.of("there is a blank in the name of the site");
        } else if (OF_A_HOUSE.matcher(host).matches()) {
            return Optional.of(host + " is within one's own network, or one's own machine");
        } else if (host.indexOf('.') < 0 && !host.startsWith("[")) {
            return Optional.of(host + " is no whole name of a site");
        }
        return Optional.empty();
    }
}
