package org.personalize.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** People who said no somewhere else than in a mail: on the phone, in the shop, to the last mail program. */
final class OptOuts {

    private OptOuts() {}

    static void write(Path folder, People people) throws IOException {
        List<List<String>> calls = new ArrayList<>();
        List<List<String>> exported = new ArrayList<>();
        for (int i = 0; i < People.COUNT; i += 97) {
            Person person = people.people().get(i);
            if (i % 2 == 0) {
                calls.add(List.of(person.email(), "asked on the phone"));
            } else {
                exported.add(List.of(person.email(), "unsubscribe", "2025-04-" + (10 + i % 18)));
            }
        }
        exported.add(List.of("somebody.else@inbox.example", "complaint", "2025-03-02"));
        CsvFile.write(folder.resolve("phone.csv"), List.of("email", "reason"), calls);
        CsvFile.write(folder.resolve("former-mail-program.csv"), List.of("email", "reason", "date"), exported);
    }
}
