package org.personalize.render;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/**
 * The template files of a campaign, its HTML or its text: those of its languages, and all that they include or import. Only these share
 * their styles; another campaign's templates in the same folder have nothing to do with them.
 *
 * @param folder nothing outside it is read
 * @param files path to source, the shared files before those that use them
 */
record TemplateSources(Path folder, Map<Path, String> files) {

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
                String name = used.group(1);
                Path base = file.getParent();
                waiting.add(name.startsWith("/") || base == null ? folder.resolve("." + name) : base.resolve(name));
            }
        }
        return new TemplateSources(folder, sharedFirst(sources));
    }

    /** A missing file is the template room's to complain about: it knows the line that asks for it. */
    private static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && file.toFile().length() <= LARGEST_FILE;
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
