package org.personalize.render;

/**
 * Where a text names a picture.
 *
 * @param start of the address, behind what quotes it
 * @param end one past it
 */
record PictureSpot(int start, int end, Form form) {

    /** How an address is written where it stands. */
    enum Form {
        /** The value of an attribute, or a part of one. */
        ATTRIBUTE,
        /** Within the style of a tag. */
        STYLE,
        /** Within a style block, which knows no entities. */
        BLOCK
    }

    /** The address as it is meant, entities decoded. */
    String address(String html) {
        String written = html.substring(start, end);
        return form == Form.BLOCK ? written : Entities.unescape(written);
    }

    /** An address as it has to be written here. */
    String written(String address) {
        return switch (form) {
            case ATTRIBUTE -> Rewriting.escaped(address);
            case STYLE -> Rewriting.escaped(inStyle(address));
            case BLOCK -> inStyle(address);
        };
    }

    /** What would end the address in a style, its quotes and brackets, has another spelling in addresses. */
    private static String inStyle(String address) {
        return address.replace(" ", "%20")
                .replace("\"", "%22")
                .replace("'", "%27")
                .replace("(", "%28")
                .replace(")", "%29");
    }
}
