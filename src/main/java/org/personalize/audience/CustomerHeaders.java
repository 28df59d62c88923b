package org.personalize.audience;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalize.csv.HeaderAliases;

/**
 * How other systems call the columns we know: Mailchimp, Brevo, Klaviyo, Shopify, WooCommerce, HubSpot, Salesforce and
 * what people write by hand in English, German, French and Spanish.
 */
final class CustomerHeaders {

    static final String ID = "customer_id";
    static final String EMAIL = "email";
    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";
    static final String LANGUAGE = "language";
    static final String COUNTRY = "country";
    static final String TIME_ZONE = "time_zone";
    static final String INTERESTS = "interests";
    static final String NEVER_SHOW = "never_show";
    static final String REASON = "reason";
    static final String TIMESTAMP = "timestamp";

    private static final Map<String, List<String>> PEOPLE = Map.of(
            ID,
            List.of(
                    "customerid",
                    "customer",
                    "customerno",
                    "customernumber",
                    "id",
                    "userid",
                    "user",
                    "contactid",
                    "recordid",
                    "klaviyoid",
                    "profileid",
                    "externalid",
                    "extid",
                    "subscriberid",
                    "personid",
                    "shopperid",
                    "memberid",
                    "leadid",
                    "kundennummer",
                    "kundenid",
                    "kundennr",
                    "kdnr",
                    "numeroclient",
                    "idclient",
                    "clientid",
                    "idcliente"),
            EMAIL,
            List.of(
                    "email",
                    "emailaddress",
                    "mail",
                    "mailaddress",
                    "emailadresse",
                    "mailadresse",
                    "emailid",
                    "contactemail",
                    "customeremail",
                    "useremail",
                    "subscriberemail",
                    "primaryemail",
                    "adresseemail",
                    "adressemail",
                    "adressedemessagerie",
                    "courriel",
                    "correo",
                    "correoelectronico",
                    "correoelectr\u00f3nico"),
            FIRST_NAME,
            List.of(
                    "firstname",
                    "fname",
                    "givenname",
                    "forename",
                    "vorname",
                    "pr\u00e9nom",
                    "prenom",
                    "nombre",
                    "customerfirstname",
                    "billingfirstname",
                    "contactfirstname"),
            LAST_NAME,
            List.of(
                    "lastname",
                    "lname",
                    "surname",
                    "familyname",
                    "nachname",
                    "familienname",
                    "nomdefamille",
                    "apellido",
                    "apellidos",
                    "customerlastname",
                    "billinglastname",
                    "contactlastname"),
            LANGUAGE,
            List.of("language", "lang", "locale", "preferredlanguage", "languagecode", "sprache", "langue", "idioma"),
            COUNTRY,
            List.of(
                    "country",
                    "countrycode",
                    "countryregion",
                    "land",
                    "pays",
                    "pa\u00eds",
                    "billingcountry",
                    "defaultaddresscountrycode",
                    "mailingcountry",
                    "countryorregion"),
            TIME_ZONE,
            List.of("timezone", "tz", "zeitzone", "fuseauhoraire"),
            INTERESTS,
            List.of("interests", "interessen", "int\u00e9r\u00eats"),
            NEVER_SHOW,
            List.of("nevershow"));

    private static final Map<String, List<String>> OPT_OUTS = Map.of(
            REASON,
            List.of("reason", "grund", "raison", "type", "status", "suppressionreason"),
            TIMESTAMP,
            List.of(
                    "timestamp",
                    "date",
                    "time",
                    "datum",
                    "createdat",
                    "created",
                    "optouttime",
                    "unsubtime",
                    "unsubscribedat",
                    "unsubscribedate",
                    "suppressedat"));

    private CustomerHeaders() {}

    static HeaderAliases people() {
        return aliases(PEOPLE);
    }

    static HeaderAliases optOuts() {
        var wanted = new HashMap<>(OPT_OUTS);
        wanted.put(ID, PEOPLE.getOrDefault(ID, List.of()));
        wanted.put(EMAIL, PEOPLE.getOrDefault(EMAIL, List.of()));
        return aliases(wanted);
    }

    private static HeaderAliases aliases(Map<String, List<String>> headersByName) {
        var aliases = new HashMap<String, String>();
        headersByName.forEach((name, headers) -> headers.forEach(header -> aliases.put(header, name)));
        return new HeaderAliases(aliases);
    }
}
