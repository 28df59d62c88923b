package org.personalize.render;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Campaign.Images;

/**
 * Where the mail finds a picture that lies in the pictures' folder, and the way back for previews, which show the local
 * file. A source may name the folder ({@code images/tent.jpg}) or start within it ({@code tent.jpg}).
 */
public final class Pictures {

    /** Beyond this many different sources the answers are worked out anew, so that no feed can fill the memory. */
    private static final int MOST_KEPT = 100_000;

    private static final String PLAIN = "-._~!$'()*+,;=:@";

    private final @Nullable Path folder;
    private final @Nullable String publicUrl;
    private final Map<String, String> mailed = new ConcurrentHashMap<>();

    public Pictures(Images images) {
        Path given = images.folder();
        folder = given == null ? null : given.normalize();
        String url = images.publicUrl();
        publicUrl = url == null || url.endsWith("/") ? url : url + "/";
    }

    /** Whether every source stays as it is in a mail, since no picture has a public place. */
    boolean changeNothing() {
        return publicUrl == null || folder == null;
    }

    /** The source as a mail must carry it; one that is no picture in the folder, or has no public place, stays as it is. */
    String mailed(String source) {
        String known = mailed.get(source);
        if (known == null) {
            known = mailedAnew(source);
            if (mailed.size() < MOST_KEPT) {
                mailed.put(source, known);
            }
        }
        return known;
    }

    private String mailedAnew(String source) {
        Path file = publicUrl == null || hasScheme(source) ? null : there(source);
        return file == null || folder == null ? source : publicUrl + encoded(folder.relativize(file));
    }

    /** Whether a source can only be seen on this machine, or not be fetched at all: a mail has no pictures attached. */
    static boolean isLocal(String source) {
        return !startsWith(source, "https://") && !startsWith(source, "http://");
    }

    private static boolean startsWith(String source, String scheme) {
        return source.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    /**
     * The HTML of a preview: every picture that lies in the folder is shown from there.
     *
     * @param place gives back what stands in the preview for a local file
     */
    public String previewed(String html, Function<Path, String> place) {
        return Rewriting.pictures(html, source -> {
            Path file = localFile(source);
            return file == null ? source : place.apply(file);
        });
    }

    /** The file in the folder that a source means, be it a public address or a path; null when there is none. */
    public @Nullable Path localFile(String source) {
        if (publicUrl != null && source.startsWith(publicUrl)) {
            return there(source.substring(publicUrl.length()));
        }
        return hasScheme(source) ? null : there(source);
    }

    /** The file that lies in the folder by this name, or by what the name is for an address; null when there is none. */
    private @Nullable Path there(String name) {
        for (String meant : List.of(decoded(name), name)) {
            Path file = fileOf(meant);
            if (file != null && Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }

    /** A file within the folder; null for a path that leads out of it. */
    private @Nullable Path fileOf(String source) {
        if (folder == null || source.isBlank()) {
            return null;
        }
        try {
            String name = folder.getFileName() + "/";
            String within = source.startsWith("./") ? source.substring(2) : source;
            Path file = folder.resolve(within.startsWith(name) ? within.substring(name.length()) : within)
                    .normalize();
            return file.startsWith(folder) && !file.equals(folder) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static boolean hasScheme(String source) {
        int colon = source.indexOf(':');
        int slash = source.indexOf('/');
        return source.startsWith("//") || colon > 0 && (slash < 0 || colon < slash);
    }

    private static String encoded(Path path) {
        var url = new StringBuilder();
        for (Path segment : path) {
            url.append(url.isEmpty() ? "" : "/");
            for (byte b : segment.toString().getBytes(StandardCharsets.UTF_8)) {
                char c = (char) (b & 0xff);
                boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
                url.append(isPlain ? String.valueOf(c) : String.format("%%%02X", (int) c));
            }
        }
        return url.toString();
    }

    private static String decoded(String url) {
        int end = url.indexOf('?');
        try {
            return URLDecoder.decode(
                    (end < 0 ? url : url.substring(0, end)).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
