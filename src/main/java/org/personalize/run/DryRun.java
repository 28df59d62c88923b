package org.personalize.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.SecretKey;
import org.personalize.deliver.MimeMail;
import org.personalize.deliver.PreviewFolder;
import org.personalize.plan.Plan;
import org.personalize.render.Mail;
import org.personalize.render.Renderer;
import org.personalize.report.Gallery;
import org.personalize.report.GalleryEntry;

/**
 * The whole way from files to previews: read, decide, render everybody, and write the mails worth looking at. Contacts no
 * relay and no name server, and writes nothing outside its folder.
 */
public final class DryRun {

    public static final int DEFAULT_PREVIEWS = 200;

    private DryRun() {}

    /** @param previews how many are written; everybody is rendered all the same */
    public static Story run(Request request, Selection selection, Path out, int previews, String version)
            throws IOException {
        PreviewFolder.checkUsable(out);
        Material material = Rehearsal.gather(request, selection);
        Plan plan = material.plan(request);
        SecretKey key = Tokens.key(material.campaign());
        Renderer renderer = material.renderer(key);
        var proofs = new Proofs(material, plan, renderer);
        proofs.render(request);

        var mime = new MimeMail(material.campaign(), new KeyedHash(SecretKey.preview()));
        try (var folder = PreviewFolder.open(out, mime, renderer.pictures())) {
            var gallery = new GalleryTelling(material, plan, proofs, folder::picture);
            List<GalleryEntry> entries = write(request, proofs, folder, gallery, previews);
            Gallery.write(out, gallery.summary(version), withHeld(entries, proofs, gallery));
            Path rejects = RejectFile.in(out, material);
            folder.keep();
            return gallery.tally()
                    .story(proofs.counts(), proofs.findings(), out.resolve("index.html"), entries.size(), rejects);
        }
    }

    /** Those who are held have no mail to be written, but they are what most needs to be looked at. */
    private static List<GalleryEntry> withHeld(List<GalleryEntry> mails, Proofs proofs, GalleryTelling gallery) {
        List<GalleryEntry> all = new ArrayList<>(mails);
        proofs.held().forEach(held -> all.add(gallery.entry(held)));
        return all;
    }

    private static List<GalleryEntry> write(
            Request request, Proofs proofs, PreviewFolder folder, GalleryTelling gallery, int previews)
            throws IOException {
        SortedMap<Integer, List<String>> edgeCases = proofs.edgeCases();
        var chosen = proofs.choose(previews);
        List<GalleryEntry> entries = new ArrayList<>();
        for (int person : chosen) {
            request.stop().obey();
            Mail mail = proofs.again(person);
            if (mail != null) {
                entries.add(gallery.entry(mail, folder.deliver(mail), edgeCases.getOrDefault(person, List.of())));
                request.progress().report("writing", entries.size(), chosen.size());
            }
        }
        return entries;
    }
}
