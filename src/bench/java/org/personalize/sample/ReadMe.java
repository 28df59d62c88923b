package org.personalize.sample;

/** The text of {@code sample-data/README.md}; the figures are filled in from what was made. */
final class ReadMe {

    private ReadMe() {}

    static final String TEXT = """
            # Fernhill Outdoor, a shop that does not exist

            Everything in this folder is invented: the shop, its people, their addresses (all under `.example`, where no mail can
            go) and the pictures. It was made by a program from a fixed seed, so the truth behind the habits is known, and a model
            that claims to have found them can be checked.

            | file | what |
            |---|---|
            | `personalize.yaml` | the workspace: what all campaigns have in common |
            | `spring-sale.yaml`, `weekly-digest.yaml`, `win-back.yaml`, `cart-reminder.yaml` | four campaigns |
            | `customers.csv` | @rows@ rows: @people@ people, a few mailboxes twice, a few addresses that cannot work |
            | `items.csv` | @items@ items, with words in English, German and French |
            | `events/*.csv.gz` | @events@ events from 2025-05-01 to 2026-10-31, one file a month |
            | `optouts/*.csv` | people who said no on the phone, or to the mail program before this one |
            | `images/` | pictures, drawn by the same program |
            | `truth.csv` | each person's real rhythm and tastes; no campaign reads it |
            | `unsubscribe/` | how a web server answers the unsubscribe address |

            Try it: `./personalize send sample-data/spring-sale.yaml --dry-run --out previews`

            ## How it was made

            **Rhythms.** Each person keeps one of five rhythms in their own time zone, shifted by a personal amount (normal, 36
            minutes). On a working day they look at their mail about 2.2 times, at weekends as often as the last column says; 12 %
            of the moments follow no rhythm.

            @rhythms@

            **Mail.** @mailings@ mailings: a digest every other Tuesday and six sales, the same for everybody. 85 % of the mail left
            between 9 and 11 in the person's morning, the rest between 7 and 21. A mail is seen for three days. At each look it is
            opened with the person's mail interest as the chance, and that chance falls by 30 % with every look that passed it
            over; so when people open says when the mail was sent as much as when they read. A click follows for each item with a chance that grows with
            the taste for its category.

            **Machines.** For three people in ten a mail program fetches the pictures within 8 seconds (device `proxy`); for one
            in a hundred a gateway follows every link within 5 seconds (device `scanner`). Neither says that anybody read anything.

            **Tastes.** Each person has a favourite category (43 to 68 % of what they want), a second (15 to 43 %), and a little
            interest in all. What they look at follows taste × season × how much the item draws; a tag that speaks to them adds
            60 %. A quarter of the orders hold a companion: tents go with sleeping bags, boots with jackets, packs with kitchen
            things.

            @tastes@

            **Endings.** About 3.5 % unsubscribe, 0.4 % complain and 1.6 % bounce (three in five of them for good) at some point, and
            get no more mail after that. The file for the shop's customers still calls them customers, as such files do.

            **What the file knows.** Of everybody's zone, 58 % are in `time_zone`, most others have a country, a few neither.
            Consent is written in many words (`yes`, `ja`, `oui`, `1`, …); about 7 % did not opt in to mail, 15 % refuse tracking,
            10 % refuse profiling. A third named interests, mostly truly.

            ## What was counted

            @counts@

            @hours@

            ## Making it again

            ```
            javac -d target/sample src/bench/java/org/personalize/sample/*.java
            java -cp target/sample org.personalize.sample.SampleData sample-data
            ```

            The same Java writes the same bytes. The campaign files and `unsubscribe/` are written by hand and stay as they are.
            """;
}
