package org.personalize.bench;

/**
 * The mail of the benchmarks: 15 KB made up as the mails of {@code sample-data} are, of which a quarter is the style block,
 * a third inlined style, one part in twenty comments for Outlook and a tenth words to read, with 16 links and 7 pictures.
 * Its style is inlined already, so that the bare loop and the program fill the very same source.
 */
final class BenchTemplate {

    private static final int RULES = 23;

    private static final String P = "margin:0 0 16px;font-family:'Helvetica Neue', Helvetica, Arial, sans-serif;"
            + "font-size:16px;line-height:26px;color:#26332c";
    private static final String SMALL = "margin:0 0 6px;font-size:13px;line-height:18px;color:#4f5b54";
    private static final String LINK = "color:#173d2c;text-decoration:none";
    private static final String TABLE =
            "role=\"presentation\" width=\"100%\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"";
    private static final String PICTURE =
            "border:0;display:block;height:auto;line-height:100%;outline:none;max-width:100%;border-radius:10px";

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="${campaign.language}" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>${subject}</title>
            <style>
            @media (max-width: 620px) {
            RULES}
            </style>
            </head>
            <body style="margin:0;padding:0;width:100%;background-color:#f3efe6">
            <div style="display:none;max-height:0;overflow:hidden">${preheader}</div>
            <table TABLE style="background-color:#f3efe6"><tr><td align="center">
            <!--[if mso]><table role="presentation" width="600" align="center" border="0"><tr><td><![endif]-->
            <table TABLE style="max-width:600px;margin:0 auto"><tr>
            <td width="52"><a href="https://shop.example/" style="LINK"><img src="https://cdn.example/logo.png" width="40" height="40" alt="Bench Outdoor" style="PICTURE"></a></td>
            <td><a href="https://shop.example/" style="LINK">Bench Outdoor</a></td>
            <td align="right" style="SMALL">${customer.tier!'basic'} member<br>${customer.points} points</td>
            </tr></table>
            """;

    private static final String LETTER = """
            <table TABLE style="max-width:600px;margin:0 auto;background-color:#ffffff"><tr>
            <td><img src="https://cdn.example/banner.jpg" width="600" height="240" alt="A tent on a meadow" style="PICTURE"></td>
            </tr><tr><td style="padding:32px 32px 8px">
            <h1 style="P">Hello ${customer.first_name!'friend'} ${customer.last_name!''}</h1>
            <#if (customer.tier!'') == 'gold'><p style="P">Thank you for being a gold member, ${customer.first_name!'friend'}: your ${customer.points} points count twice this week.</p>
            <#else><p style="P">You have ${customer.points} points, ${customer.first_name!'friend'}, and in ${customer.city!'your town'} they are worth a little more.</p></#if>
            <p style="P">The paths around ${customer.city!'your town'} are drying, the days are longer than the to-do lists, and we have made room on the shelves. Until the shelves are empty, everything below costs less than it should.</p>
            <p style="P">You joined us on ${customer.signed_up}, and since then a great many tents have been pitched, lost, mended and pitched again. We have asked those who pitched them what they would take along, and this is what they said.</p>
            </td></tr><tr><td align="center" style="padding:4px 20px 8px;text-align:center;font-size:0">
            """;

    private static final String CARDS = """
            <#list slots.picks as item>
            <!--[if mso]><table role="presentation" width="280"><tr><td valign="top"><![endif]-->
            <div style="display:inline-block;width:100%;max-width:280px;vertical-align:top">
            <table TABLE style="width:100%"><tr><td align="left" style="padding:0 12px 28px;text-align:left">
            <a href="${item.url}" style="LINK"><img src="${item.image_url}" width="256" height="192" alt="${item.title}" style="PICTURE"></a>
            <p style="SMALL">Because you like ${item.category}</p>
            <h3 style="P"><a href="${item.url}" style="LINK">${item.title}</a></h3>
            <p style="P">${item.price} EUR, and the postage is on us</p>
            <p style="SMALL"><a href="${item.url}" style="LINK">Have a look</a></p>
            </td></tr></table>
            </div>
            <!--[if mso]></td></tr></table><![endif]-->
            </#list>
            """;

    private static final String END = """
            </td></tr><tr><td align="center" style="padding:4px 32px 36px;text-align:center">
            <table role="presentation" border="0" cellpadding="0" cellspacing="0" align="center"><tr>
            <td bgcolor="#1b6245" style="border-radius:999px;text-align:center"><a href="https://shop.example/sale" style="display:inline-block;padding:14px 28px;P">See the whole sale</a></td>
            </tr></table>
            </td></tr><tr><td style="padding:22px 32px 30px">
            <img src="https://cdn.example/story.jpg" width="536" height="402" alt="Rain on a tent" style="PICTURE">
            <h2 style="P">How to pitch a tent in the rain, ${customer.first_name!'friend'}</h2>
            <p style="P">The path climbs gently through the wood and leaves you above the lake, where the wind comes from all sides at once. Look for the hollow behind the second wall: somebody has slept there before you, and left the stones in a ring.</p>
            <p style="P">From ${customer.city!'your town'} it is a day by train. Take the early one, ${customer.first_name!'friend'}, and a second pair of socks.</p>
            <p style="P">See you out there,<br>Maren and everybody at Bench</p>
            </td></tr></table>
            <table TABLE style="max-width:600px;margin:0 auto"><tr><td align="center" style="padding:26px 24px 8px;text-align:center">
            <p style="SMALL">You are getting this because ${customer.email} asked Bench Outdoor for news.</p>
            <p style="SMALL"><a href="${links.unsubscribe}" style="LINK">Unsubscribe</a></p>
            <p style="SMALL">${compliance.postal_address}</p>
            </td></tr></table>
            <!--[if mso]></td></tr></table><![endif]-->
            </td></tr></table>
            </body>
            </html>
            """;

    private BenchTemplate() {}

    static String source() {
        var rules = new StringBuilder();
        for (int i = 0; i < RULES; i++) {
            rules.append("  .part-")
                    .append(i)
                    .append(
                            " { max-width: 100% !important; padding: 4px 20px 8px !important; color: #e6ece8 !important;")
                    .append(" background-color: #121815 !important; border-radius: 0 !important; }\n");
        }
        return (HEAD + LETTER + CARDS + END)
                .replace("RULES", rules)
                .replace("TABLE", TABLE)
                .replace("PICTURE", PICTURE)
                .replace("SMALL", SMALL)
                .replace("LINK", LINK)
                .replace("\"P\"", '"' + P + '"')
                .replace(";P\"", ';' + P + '"');
    }
}
