package org.personalize.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.personalize.campaign.Campaign;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Unreadable;

/**
 * The template files of a campaign, its HTML or its text: those of its languages, and all that they include or import. Only these share
 * their styles; another campaign's templates in the same folder have nothing to do with them.
 *
 * @param folder nothing outside it is read
 * @param roots the files that mails are made from, which no other has to include
 * @param files path to source, the shared files before those that use them
 */
record TemplateSources(Path folder, Set<Path> roots, Map<Path, String> files) {

    private static final int MOST_FILES = 200;
    private static final long LARGEST_FILE = 4 << 20;
    private static final Pattern USED = Pattern.compile("<#(?:import|include)\\s+[\"']([^\"'$]+)[\"']");

    static TemplateSources of(Campaign campaign) {
        return of(campaign, campaign.template());
    }

    /** @param template the campaign's HTML template, or that of its text part */
    static TemplateSources of(Campaign campaign, Path template) {
        Set<Path> roots = roots(campaign, template);
        Path folder = template.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw new InputProblem(
                    Place.file(template.toString()), "expected a template file", "Name one with `template:`.");
        }
        return reached(folder, roots);
    }

    private static Set<Path> roots(Campaign campaign, Path template) {
        var roots = new LinkedHashSet<Path>();
        for (String language : campaign.languages()) {
            roots.add(LanguageKit.nearest(template, language).toAbsolutePath().normalize());
        }
        return roots;
    }

    /**
     * The templates of the campaign's languages without what they share with other campaigns, by the names under which
     * the template room shows them: with the folder that holds them.
     */
    Set<String> ownNames(Campaign campaign) {
        return roots(campaign, campaign.template()).stream()
                .map(root -> folder.getFileName() + "/" + nameOf(root))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the mails of one root alone are made from. */
    TemplateSources only(Path root) {
        return reached(folder, Set.of(root.toAbsolutePath().normalize()));
    }

    static TemplateSources reached(Path folder, Set<Path> roots) {
        var sources = new LinkedHashMap<Path, String>();
        var waiting = new ArrayDeque<Path>(roots);
        while (!waiting.isEmpty() && sources.size() < MOST_FILES) {
            Path file = waiting.poll().toAbsolutePath().normalize();
            if (sources.containsKey(file) || !file.startsWith(folder) || !isReadable(file)) {
                continue;
            }
            String source = read(file);
            sources.put(file, source);
            var used = USED.matcher(source);
            while (used.find()) {
                waiting.add(target(folder, file, used.group(1)));
            }
        }
        return new TemplateSources(folder, Set.copyOf(roots), sharedFirst(sources));
    }

    /** The file that another names. */
    Path target(Path file, String name) {
        return target(folder, file, name);
    }

    private static Path target(Path folder, Path file, String name) {
        Path base = file.getParent();
        Path target = name.startsWith("/") || base == null ? folder.resolve("." + name) : base.resolve(name);
        return target.toAbsolutePath().normalize();
    }

    /** A missing file is the template room's to complain about: it knows the line that asks for it. */
    private static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && file.toFile().length() <= LARGEST_FILE;
    }

    /** Without a byte order mark and with plain line feeds, as the template room hands it to the inliner. */
    private static String read(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return bare.replace("\r\n", "\n").replace('\r', '\n');
        } catch (IOException e) {
            throw Unreadable.of(Place.file(file.toString()), e);
        }
    }

    private static Map<Path, String> sharedFirst(LinkedHashMap<Path, String> found) {
        var order = new ArrayDeque<Path>();
        found.keySet().forEach(order::push);
        var sources = new LinkedHashMap<Path, String>();
        order.forEach(file -> sources.put(file, found.get(file)));
        return sources;
    }

    /** A file as it is named to the user: relative to the folder. */
    String nameOf(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
