package org.personalize.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which things come back. */
public enum Form {
    SES("Amazon SES events"),
    SENDGRID("SendGrid events"),
    MAILGUN("Mailgun events"),
    POSTMARK("Postmark events"),
    BREVO("Brevo events"),
    /** One returned mail, many in one file, or a folder of them. */
    MAIL("returned mail"),
    ACCESS_LOG("a web server's access log"),
    CLOUDFRONT("a CloudFront log"),
    EVENTS("an event file"),
    MAILCHIMP("a Mailchimp export"),
    MAILCHIMP_ACTIVITY("Mailchimp's activity"),
    MAILUP("MailUp events"),
    KLAVIYO("a Klaviyo export"),
    SHOPIFY("Shopify orders"),
    WOOCOMMERCE("WooCommerce orders");

    private final String name;
    private final String word;

    Form(String name) {
        this.name = name;
        word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a person calls it. */
    public String title() {
        return name;
    }

    /** What is typed behind {@code --as}. */
    public String word() {
        return word;
    }

    /** The form that a word names, whatever its case. */
    public static Optional<Form> of(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(form -> form.word().equals(plain)).findFirst();
    }

    /** Whether its records are objects of JSON. */
    boolean isJson() {
        return switch (this) {
            case SES, SENDGRID, MAILGUN, POSTMARK, BREVO, MAILCHIMP_ACTIVITY, MAILUP -> true;
            case MAIL, ACCESS_LOG, CLOUDFRONT, EVENTS, MAILCHIMP, KLAVIYO, SHOPIFY, WOOCOMMERCE -> false;
        };
    }
}
