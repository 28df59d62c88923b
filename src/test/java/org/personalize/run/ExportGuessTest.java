package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.run.ExportGuess.Role;

class ExportGuessTest {

    @TempDir
    private Path folder;

    private Role role(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "EMAIL;Name\nann@one.example;Ann\nbert@two.example;Bert\n");
        return ExportGuess.of(List.of(Export.look(file))).get(0).role();
    }

    @Test
    void aWordWithinAnotherOrAcrossTwoSaysNothing() throws IOException {
        for (String name : List.of(
                "brevo_contacts.csv",
                "brevo-contacts.csv",
                "contacts_revo.csv",
                "kontakte_brevo.csv",
                "contacts_without_bounces.csv",
                "contacts_not_opted_out.csv",
                "customers-not-unsubscribed.csv",
                "kunden_ohne_abmeldungen.csv",
                "active_contacts_cleaned.csv")) {
            assertThat(role(name)).as(name).isEqualTo(Role.CUSTOMERS);
        }
    }

    @Test
    void aListOfThoseWhoLeftIsKnownByItsName() throws IOException {
        for (String name : List.of(
                "unsubscribed.csv",
                "unsubscribed_members_export_ab12.csv",
                "cleaned_members_newsletter.csv",
                "Newsletterabmeldungen.csv",
                "opt-outs.csv",
                "optOut.csv",
                "do_not_mail.csv",
                "do_not_contact_unsubscribed.csv",
                "active_suppressions.csv",
                "bounces.csv")) {
            assertThat(role(name)).as(name).isEqualTo(Role.SUPPRESSIONS);
        }
    }
}
