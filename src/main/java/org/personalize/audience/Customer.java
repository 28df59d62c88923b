package org.personalize.audience;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Fields;

/** One person of the audience, as a template sees them: every column of the file by its name, typed, blanks missing. */
public interface Customer extends Fields {

    /** The person's number within this audience. */
    int number();

    String id();

    /** The address as it is mailed to. */
    String email();

    @Nullable
    String text(String column);

    /** One of the campaign's languages. */
    String language();

    ZoneId zone();
}
