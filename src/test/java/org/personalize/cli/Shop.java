package org.personalize.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small workspace on disk, in which every file can be changed before a command is tried. */
final class Shop {

    final Path folder;

    private Shop(Path folder) {
        this.folder = folder;
    }

    static Shop in(Path folder) throws IOException {
        var shop = new Shop(folder);
        shop.write("customers.csv", """
                customer_id,email,first_name,language,country,opt_in,age
                c1,ann@one.example,Ann,en,GB,yes,31
                c2,bert@two.example,Bert,de,DE,ja,
                c3,cleo@three.example,,fr,FR,oui,44
                c4,dan@four.example,Dan,en,US,no,52
                c5,eve@five.example,Eve,en,GB,yes,29
                c5b,eve@Five.EXAMPLE,Eve,en,GB,yes,29
                c6,eve@FIVE.example,Eve,en,GB,yes,29
                """);
        shop.write("items.csv", """
                item_id,title,category,price,in_stock,url
                i1,Tent,camp,199.50,true,https://shop.example/i1
                i2,Boots,walk,89,true,https://shop.example/i2
                i3,Rope,climb,49,false,https://shop.example/i3
                i4,Stove,camp,39,true,https://shop.example/i4
                """);
        shop.write("events.csv", """
                customer_id,event,timestamp,item_id,value
                c1,purchase,2026-02-01T18:00:00Z,i1,199.50
                c2,click,2026-02-10T07:00:00Z,i2,
                c3,purchase,2026-02-20T12:00:00Z,i2,89
                c5,unsubscribe,2026-02-21T12:00:00Z,,
                """);
        shop.write("mail.ftlh", """
                <!DOCTYPE html>
                <html lang="${campaign.language}"><head><title>${subject}</title>
                <style>p { color: #222222; }</style></head>
                <body><div style="display:none">${preheader}</div><p>Hello ${customer.first_name!'friend'}, this is a mail with enough words in it to be read.</p>
                <#list slots.picks as item><p><a href="${item.url}">${item.title}</a></p></#list>
                <p>${compliance.postal_address} <a href="${links.unsubscribe}">Unsubscribe</a></p>
                </body></html>
                """);
        shop.write("spring.yaml", """
                campaign: spring
                from: Shop <news@shop.example>
                data: {customers: customers.csv, items: items.csv, events: events.csv}
                languages: [en, de, fr]
                subject: "News for ${customer.first_name!'you'}"
                preheader: "Chosen for you"
                template: mail.ftlh
                audience: {consent: opt_in}
                slots: {picks: {pick: 2, where: "item.in_stock"}}
                compliance: {postal_address: "Shop, 1 Street, Town", unsubscribe: "https://shop.example/u/${token}"}
                """);
        return shop;
    }

    void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    void change(String name, String old, String fresh) throws IOException {
        String text = Files.readString(folder.resolve(name));
        if (!text.contains(old)) {
            throw new IllegalStateException(name + " does not hold " + old);
        }
        write(name, text.replace(old, fresh));
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
