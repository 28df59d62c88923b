package org.personalize.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One HTML file that needs nothing else: style, script and figures stand in it. Its content security policy names style
 * and script by their hashes, so that nothing a customer file smuggles in can run, and lets nothing be asked of a network.
 *
 * @param styles resources of this package, after the kit's own
 * @param scripts resources of this package, after the kit's own; they share one module
 * @param json what the scripts work on, found as the element {@code figures}; written by {@code plan.Json}, which leaves
 *     nothing in it that could end a script
 */
record Page(String title, String body, List<String> styles, List<String> scripts, String json) {

    Page {
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
    }

    String html() {
        String style = joined("page.css", styles);
        String script = joined("page.js", scripts);
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(policy(style, script))
                .append("\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append(
                "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n");
        page.append("<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.append(new Markup().element("title", title)).append('\n');
        page.append("<style>").append(style).append("</style>\n</head>\n<body>\n");
        page.append(body).append('\n');
        page.append("<script type=\"application/json\" id=\"figures\">")
                .append(json)
                .append("</script>\n");
        page.append("<script type=\"module\">").append(script).append("</script>\n</body>\n</html>\n");
        return page.toString();
    }

    /**
     * The page's own script may load further parts of the page from beside it (strict-dynamic); frames and pictures come
     * from disk, or from where the page itself came from.
     */
    private static String policy(String style, String script) {
        return "default-src 'none'; script-src '" + hash(script) + "' 'strict-dynamic'; style-src '" + hash(style)
                + "'; img-src 'self' file:; frame-src 'self' file:; base-uri 'none'; form-action 'none';"
                + " require-trusted-types-for 'script'; trusted-types parts";
    }

    private static String joined(String first, List<String> more) {
        var names = new ArrayList<>(List.of(first));
        names.addAll(more);
        var text = new StringBuilder("\n");
        names.forEach(name -> text.append(resource(name)));
        return text.toString();
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the program: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
