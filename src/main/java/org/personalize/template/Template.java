package org.personalize.template;

import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.personalize.problem.Place;

/** A parsed and checked template; safe to use from many threads. */
public interface Template {

    /** Fills the template. Every name at the top, such as {@code customer} or {@code slots}, is a field of the scope. */
    Rendering render(Fields scope, Locale locale, ZoneId zone) throws RenderFailure;

    /** What came out, which branches were walked on the way, and where the template's own text stands in it. */
    record Rendering(String output, BitSet branches, Blocks blocks) {}

    /** The branches of this template and of what it includes; a branch is one arm of an if, a switch or a list. */
    List<Branch> branches();

    record Branch(Place place, String source) {}

    /** Every variable path that is read, such as {@code customer.first_name}, where, and whether it is guarded. */
    List<Reference> references();

    record Reference(String path, Place place, boolean isGuarded) {}
}
