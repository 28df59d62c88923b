package org.personalize.template;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step put around an expression of a parsed template. Interruptions are only noticed between the elements of a
 * template; these guards keep every single expression small, so that the next element is never far away.
 */
enum Guard implements TemplateMethodModelEx {

    /** The text that an expression gives has a limited length. */
    TEXT {
        @Override
        @Nullable
        TemplateModel pass(@Nullable TemplateModel model) throws TemplateModelException {
            check(length(model));
            return model;
        }
    },

    /** A sum is a number, a bounded text, or a list without hidden depth: sums of sums of lists would never end. */
    SUM {
        @Override
        @Nullable
        TemplateModel pass(@Nullable TemplateModel model) throws TemplateModelException {
            if (model instanceof TemplateSequenceModel sequence) {
                return new SimpleSequence(items(sequence), Values.WRAPPER);
            } else if (model instanceof TemplateHashModel && !(model instanceof TemplateScalarModel)) {
                throw new Values.RefusedCall("two records cannot be added; pass them one by one");
            }
            return TEXT.pass(model);
        }
    },

    /** A range that is used as a list has a limited number of members. */
    RANGE {
        @Override
        @Nullable
        TemplateModel pass(@Nullable TemplateModel model) throws TemplateModelException {
            if (model instanceof TemplateSequenceModel range && range.size() > LONGEST_RANGE) {
                throw new LimitReached("a range has more than " + LONGEST_RANGE + " members");
            }
            return model;
        }
    },

    /** Before the members of a list are joined, their lengths are added up. */
    JOIN {
        @Override
        @Nullable
        TemplateModel pass(@Nullable TemplateModel model) throws TemplateModelException {
            if (!(model instanceof TemplateSequenceModel) && !(model instanceof TemplateCollectionModel)) {
                return model;
            }
            List<TemplateModel> items = items(model);
            long total = 0;
            for (TemplateModel item : items) {
                total += length(item);
            }
            check(total);
            return new SimpleSequence(items, Values.WRAPPER);
        }
    },

    /** The body of a lambda expression, which runs once for every member of a list. */
    STEP {
        @Override
        @Nullable
        TemplateModel pass(@Nullable TemplateModel model) {
            if (Thread.currentThread().isInterrupted()) {
                throw new LimitReached.Stopped();
            }
            return model;
        }
    },

    /** A point in time turned into a day loses its hours, so that days can be compared. */
    DAY {
        @Override
        @Nullable
        TemplateModel pass(@Nullable TemplateModel model) throws TemplateModelException {
            if (model instanceof TemplateDateModel date
                    && !(model instanceof Moment)
                    && date.getDateType() == TemplateDateModel.DATE) {
                return new Moment(
                        date.getAsDate().toInstant().atZone(Moment.zone()).toLocalDate());
            }
            return model;
        }
    };

    static final int LONGEST_RANGE = 1_000;
    static final int LONGEST_LIST = 10_000;

    @Nullable
    abstract TemplateModel pass(@Nullable TemplateModel model) throws TemplateModelException;

    @Override
    @SuppressWarnings("rawtypes") // FreeMarker's signature.
    public @Nullable Object exec(List arguments) throws TemplateModelException {
        return pass((TemplateModel) arguments.get(0));
    }

    static void check(long characters) {
        if (characters > Values.LONGEST_TEXT) {
            throw new LimitReached("a text is longer than " + Values.LONGEST_TEXT + " characters");
        }
    }

    /** All members, unless there are too many. */
    static List<TemplateModel> items(TemplateModel model) throws TemplateModelException {
        var items = new ArrayList<TemplateModel>();
        if (model instanceof TemplateSequenceModel sequence) {
            int size = sequence.size();
            checkCount(size);
            for (int i = 0; i < size; i++) {
                items.add(sequence.get(i));
            }
        } else if (model instanceof TemplateCollectionModel collection) {
            TemplateModelIterator iterator = collection.iterator();
            while (iterator.hasNext()) {
                items.add(iterator.next());
                checkCount(items.size());
            }
        }
        return items;
    }

    private static void checkCount(int members) {
        if (members > LONGEST_LIST) {
            throw new LimitReached("a list has more than " + LONGEST_LIST + " members");
        }
    }

    private static long length(@Nullable TemplateModel model) throws TemplateModelException {
        if (model instanceof TemplateNumberModel
                || model instanceof TemplateBooleanModel
                || model instanceof TemplateDateModel) {
            return 0;
        } else if (model instanceof TemplateScalarModel text) {
            String string = text.getAsString();
            return string == null ? 0 : string.length();
        } else if (model instanceof TemplateHTMLOutputModel markup) {
            return HTMLOutputFormat.INSTANCE.getMarkupString(markup).length();
        }
        return 0;
    }
}
