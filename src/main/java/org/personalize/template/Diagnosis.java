package org.personalize.template;

import freemarker.core.InvalidReferenceException;
import freemarker.core.NonBooleanException;
import freemarker.core.NonDateException;
import freemarker.core.NonHashException;
import freemarker.core.NonMethodException;
import freemarker.core.NonNumericalException;
import freemarker.core.NonSequenceException;
import freemarker.core.NonSequenceOrCollectionException;
import freemarker.core.NonStringException;
import freemarker.core.StopException;
import freemarker.core.UnexpectedTypeException;
import freemarker.template.TemplateException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/** Tells in one sentence of our own what FreeMarker tells in a page: where it happened, and what to do about it. */
final class Diagnosis {

    private static final Pattern FOUND = Pattern.compile("(?:has evaluated to|was) an? (\\w+(?: \\w+)?)");
    private static final Pattern LEFT = Pattern.compile("Left hand operand is an? (\\w+)");
    private static final Pattern RIGHT = Pattern.compile("Right hand operand is an? (\\w+)");
    private static final Pattern PATH = Pattern.compile("\\w+(?:\\.\\w+)*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Map<String, String> FILES =
            Map.of("customer", "customers", "item", "items", "slots", "items", "event", "events");
    private static final Map<String, String> KNOWN = Map.of(
            "the expected date/time", "cannot be read as a date in that format",
            "to number:", "cannot be read as a number",
            "to boolean:", "cannot be read as yes or no",
            "based on format string", "asks for a format that does not exist",
            "index out of range", "asks for a part of a text that is not that long",
            "out of bounds", "asks for a part of a text or list that is not that long",
            "Can't use operator", "asks which of two texts is greater, but only numbers and dates have an order");
    private static final int LONGEST_EXPRESSION = 120;

    private static final String GREATER_IN_TAG =
            "a > ends the tag, so compare with gt and lt, or within brackets: <#if (a > b)>";

    private static final String DAY_IN_QUOTES = "write a day as '2026-03-02'?date('yyyy-MM-dd')";

    private final Place root;
    private final Map<String, Source> sources = new HashMap<>();

    Diagnosis(Collection<Parsed> files) {
        files.forEach(f -> sources.put(f.source().name(), f.source()));
        root = files.iterator().next().source().origin();
    }

    RenderFailure limit(String reason) {
        return new RenderFailure(RenderFailure.Kind.LIMIT, root, "", "the rendering was stopped: " + reason);
    }

    RenderFailure explain(TemplateException e, Fields scope) {
        Optional<LimitReached> limit = cause(e, LimitReached.class);
        if (limit.isPresent()) {
            return failure(
                    RenderFailure.Kind.LIMIT,
                    e,
                    "the rendering was stopped: " + limit.get().getMessage());
        }
        if (e instanceof InvalidReferenceException) {
            return missing(e);
        } else if (e instanceof StopException stop) {
            return failure(
                    RenderFailure.Kind.STOPPED, e, "the template stopped: " + line(stop.getMessageWithoutStackTop()));
        } else if (e instanceof UnexpectedTypeException) {
            return wrongType(e, scope);
        }
        String message = e.getMessageWithoutStackTop();
        return message.startsWith("Can't compare values") ? wrongComparison(e, message, scope) : other(e, message);
    }

    private RenderFailure missing(TemplateException e) {
        String what = subject(e);
        return failure(
                RenderFailure.Kind.MISSING,
                e,
                what + " is missing, and the template does not say what then; write "
                        + (PATH.matcher(what).matches() ? what : "(" + what + ")")
                        + "!'…' or ask with ??");
    }

    private RenderFailure wrongType(TemplateException e, Fields scope) {
        String message = e.getMessageWithoutStackTop();
        String what = expression(e);
        Matcher matcher = FOUND.matcher(message);
        if (!matcher.find()) {
            return other(e, message);
        }
        String found = matcher.group(1);
        String needed = needed(e);
        String advice = needed.equals("a number") && isText(found) ? numberAdvice(what) : "";
        return failure(
                RenderFailure.Kind.WRONG_TYPE,
                e,
                what + " is " + type(found) + value(what, found, scope) + ", but " + needed + " is needed here"
                        + advice,
                needed.equals("yes or no") && isQuestionOfTag(e) ? GREATER_IN_TAG : "");
    }

    private RenderFailure wrongComparison(TemplateException e, String message, Fields scope) {
        Optional<Node> comparison = Node.blamed(e).filter(n -> n.isKind("ComparisonExpression"));
        String left =
                comparison.flatMap(n -> n.node("left")).map(Diagnosis::source).orElse("one value");
        String right =
                comparison.flatMap(n -> n.node("right")).map(Diagnosis::source).orElse("another");
        String leftType = group(LEFT, message);
        String rightType = group(RIGHT, message);
        if (leftType.equals("boolean") || rightType.equals("boolean")) {
            return leftType.equals("boolean") ? wrongYesNo(e, left, rightType) : wrongYesNo(e, right, leftType);
        }
        boolean isLeft = isText(leftType) || !isText(rightType);
        String what = isLeft ? left : right;
        String mine = isLeft ? leftType : rightType;
        String other = isLeft ? rightType : leftType;
        String advice = isText(mine) && other.equals("number") ? numberAdvice(what) : "";
        boolean isDay = isText(mine) && type(other).equals("a date");
        return failure(
                RenderFailure.Kind.WRONG_TYPE,
                e,
                what + " is " + type(mine) + value(what, mine, scope) + ", but it is compared with " + type(other)
                        + advice,
                isDay ? DAY_IN_QUOTES : "");
    }

    private RenderFailure wrongYesNo(TemplateException e, String what, String other) {
        String alone = PATH.matcher(what).matches() ? what : "(" + what + ")";
        return failure(
                RenderFailure.Kind.WRONG_TYPE,
                e,
                what + " is yes or no, but it is compared with " + type(other),
                "write " + alone + " alone for yes, and !" + alone + " for no");
    }

    /** Whether a value stands alone in the question of a tag, as one does whose comparison was cut off. */
    private static boolean isQuestionOfTag(TemplateException e) {
        return Node.failing(e)
                .filter(n -> n.isKind("ConditionalBlock") || n.isKind("IfBlock"))
                .isPresent();
    }

    private RenderFailure other(TemplateException e, String message) {
        Optional<Values.RefusedCall> refused = cause(e, Values.RefusedCall.class);
        if (refused.isPresent()) {
            return failure(RenderFailure.Kind.OTHER, e, line(refused.get().reason()));
        } else if (cause(e, ArithmeticException.class).isPresent()) {
            return failure(RenderFailure.Kind.OTHER, e, subject(e) + " divides by zero");
        } else if (message.startsWith("Can't convert boolean")) {
            return failure(
                    RenderFailure.Kind.WRONG_TYPE,
                    e,
                    subject(e) + " is yes or no, but a text is needed here; write ?string('yes', 'no') after it");
        }
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            if (message.contains(known.getKey())) {
                return failure(RenderFailure.Kind.WRONG_TYPE, e, subject(e) + " " + known.getValue());
            }
        }
        return failure(RenderFailure.Kind.OTHER, e, line(message));
    }

    private RenderFailure failure(RenderFailure.Kind kind, TemplateException e, String message) {
        return failure(kind, e, message, "");
    }

    private RenderFailure failure(RenderFailure.Kind kind, TemplateException e, String message, String advice) {
        return new RenderFailure(kind, place(e), expression(e), message, advice);
    }

    private Place place(TemplateException e) {
        Integer line = e.getLineNumber();
        Integer column = e.getColumnNumber();
        Source source = sources.get(String.valueOf(e.getTemplateSourceName()));
        if (source == null) {
            source = sources.get("");
        }
        return line == null || column == null || source == null ? root : source.at(line, column);
    }

    private static String needed(TemplateException e) {
        if (e instanceof NonNumericalException) {
            return "a number";
        } else if (e instanceof NonBooleanException) {
            return "yes or no";
        } else if (e instanceof NonDateException) {
            return "a date";
        } else if (e instanceof NonSequenceException || e instanceof NonSequenceOrCollectionException) {
            return "a list";
        } else if (e instanceof NonHashException) {
            return "something with fields";
        } else if (e instanceof NonMethodException) {
            return "a function";
        } else if (e instanceof NonStringException) {
            return "text";
        }
        return e.getMessageWithoutStackTop().contains("user-defined directive")
                ? "a macro"
                : "something that can be printed";
    }

    private static String type(String found) {
        return switch (found.split(" ", 2)[0]) {
            case "string" -> "text";
            case "number" -> "a number";
            case "boolean" -> "yes or no";
            case "date", "date_only", "date_or_time_or_datetime", "date_time", "datetime", "time", "time_only" ->
                "a date";
            case "sequence", "collection", "range" -> "a list";
            case "method", "function" -> "a function";
            case "macro", "directive" -> "a macro";
            case "hash", "extended" -> "a record with fields";
            default -> "of another kind";
        };
    }

    private static boolean isText(String found) {
        return found.startsWith("string");
    }

    /** The text itself is shown, so that a stray blank or comma is seen at once. */
    private static String value(String path, String found, Fields scope) {
        if (!isText(found) || !PATH.matcher(path).matches()) {
            return "";
        }
        Object value = scope;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Fields fields ? fields.field(name) : null;
        }
        return value instanceof String text ? " (" + Problem.quote(text) + ")" : "";
    }

    private static String numberAdvice(String path) {
        if (!PATH.matcher(path).matches()) {
            return "; write (" + path + ")?number";
        }
        String file = FILES.get(path.split("\\.", 2)[0]);
        return file == null
                ? "; write " + path + "?number"
                : "; declare it as a number under data." + file + ".types, or write " + path + "?number";
    }

    private static String subject(TemplateException e) {
        String expression = expression(e);
        return expression.isEmpty() ? "a value" : expression;
    }

    /** What FreeMarker blames, or else what stands in the innermost interpolation. */
    private static String expression(TemplateException e) {
        return Node.blamed(e)
                .or(() ->
                        Node.failing(e).filter(n -> n.isKind("DollarVariable")).flatMap(n -> n.node("expression")))
                .map(Diagnosis::source)
                .orElse("");
    }

    private static String source(Node node) {
        String source = BLANKS.matcher(node.source().strip()).replaceAll(" ");
        return source.length() <= LONGEST_EXPRESSION ? source : source.substring(0, LONGEST_EXPRESSION) + "…";
    }

    private static String group(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
        for (Throwable c = e; c != null; c = c.getCause()) {
            if (type.isInstance(c)) {
                return Optional.of(type.cast(c));
            }
        }
        return Optional.empty();
    }

    /** The first sentence, without FreeMarker's hints. */
    private static String line(String message) {
        String first = message.lines().findFirst().orElse("").strip();
        String clean = Problem.quote(first);
        String bare = clean.substring(1, clean.length() - 1);
        return bare.endsWith(".") || bare.endsWith(":") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
