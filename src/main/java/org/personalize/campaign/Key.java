package org.personalize.campaign;

/**
 * One key of the campaign file, described once for the reader, for messages, for editors and for the guide.
 *
 * @param meaning a sentence for people, such as {@code The people to write to.}
 * @param example a value as one would write it
 */
record Key(String name, Shape shape, String meaning, String example) {}
