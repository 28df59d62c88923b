package org.personalize.template;

import freemarker.core.Environment;
import freemarker.core.TemplateDateFormat;
import freemarker.core.TemplateDateFormatFactory;
import freemarker.core.TemplateValueFormatException;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateModelException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Days as FreeMarker writes and reads them where a template does not say how; only it need not write them anew for every mail. */
final class UsualDays extends TemplateDateFormatFactory {

    private static final String FREEMARKERS_OWN = "";

    /** Before it, which day a moment belongs to is told differently by old and new calendars. */
    private static final int FIRST_YEAR = 1970;

    private final Written written = new Written();

    @Override
    public TemplateDateFormat get(
            String parameters, int type, Locale locale, TimeZone zone, boolean isWithoutZone, Environment environment) {
        return new Format(
                locale, () -> environment.getTemplateDateFormat(FREEMARKERS_OWN, type, locale, zone, isWithoutZone));
    }

    /** Gets FreeMarker's own format, which takes longer than most other things in a mail. */
    private interface Source {
        TemplateDateFormat get() throws TemplateValueFormatException;
    }

    private final class Format extends TemplateDateFormat {

        private final Locale locale;
        private final Source source;
        private @Nullable TemplateDateFormat own;

        Format(Locale locale, Source source) {
            this.locale = locale;
            this.source = source;
        }

        @Override
        public String formatToPlainText(TemplateDateModel model)
                throws TemplateValueFormatException, TemplateModelException {
            if (!(model instanceof Moment moment)
                    || !(moment.value() instanceof LocalDate day)
                    || day.getYear() < FIRST_YEAR) {
                return own().formatToPlainText(model);
            }
            String known = written.of(day, locale);
            if (known == null) {
                known = own().formatToPlainText(model);
                written.keep(day, locale, known);
            }
            return known;
        }

        @Override
        public Object parse(String text, int type) throws TemplateValueFormatException {
            return own().parse(text, type);
        }

        private TemplateDateFormat own() throws TemplateValueFormatException {
            if (own == null) {
                own = source.get();
            }
            return own;
        }

        @Override
        public boolean isLocaleBound() {
            return true;
        }

        @Override
        public boolean isTimeZoneBound() {
            return true;
        }

        @Override
        public String getDescription() {
            try {
                return own().getDescription();
            } catch (TemplateValueFormatException e) {
                throw new IllegalStateException("FreeMarker does not know its own format", e);
            }
        }
    }
}
