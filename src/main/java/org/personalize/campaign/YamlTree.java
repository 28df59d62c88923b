package org.personalize.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Grows the tree of nodes from the events of a parser. It has limits on depth and on size with all aliases written out,
 * so that a small file cannot become a large tree.
 */
final class YamlTree {

    static final int DEEPEST = 20;
    static final int MOST_NODES = 20_000;

    private static final String OWN_TAGS = "tag:yaml.org,2002:";

    private final Iterator<Event> events;
    private final String file;
    private final Path folder;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Problems problems = new Problems();
    private int nodes;

    YamlTree(Iterator<Event> events, String file, Path folder) {
        this.events = events;
        this.file = file;
        this.folder = folder;
    }

    /** A node that an alias may name, and how many nodes that stands for. */
    private record Anchored(Node node, int size) {}

    Node.Mapping read() {
        skip(Event.ID.StreamStart);
        Event document = events.next();
        if (document.getEventId() == Event.ID.StreamEnd) {
            throw new InputProblem(Place.file(file), "the file is empty", "Begin with campaign: and a name.");
        }
        Node top = node(events.next(), 1);
        skip(Event.ID.DocumentEnd);
        Event next = events.next();
        if (next.getEventId() != Event.ID.StreamEnd) {
            problems.add(place(next), "a second document begins here", "One file holds one campaign: split it.");
        }
        problems.throwIfAny();
        if (top instanceof Node.Mapping map) {
            return map;
        }
        throw new InputProblem(
                top.place(), "expected keys and values, found " + top.what(), "Begin with campaign: and a name.");
    }

    private void skip(Event.ID expected) {
        Event event = events.next();
        if (event.getEventId() != expected) {
            throw new IllegalStateException("the parser gave " + event.getEventId() + " instead of " + expected);
        }
    }

    private Node node(Event event, int depth) {
        count(event, 1);
        if (depth > DEEPEST) {
            throw new InputProblem(
                    place(event), "maps and lists lie deeper than " + DEEPEST + " levels", "Flatten them.");
        }
        int before = nodes;
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), event);
            return anchored(scalar.getAnchor(), scalar(scalar), before);
        }
        if (event instanceof CollectionStartEvent start) {
            refuseTag(start.getTag(), event);
            Node node = start instanceof MappingStartEvent ? mapping(event, depth) : sequence(event, depth);
            return anchored(start.getAnchor(), node, before);
        }
        throw new IllegalStateException("the parser gave " + event.getEventId() + " where a value belongs");
    }

    private void count(Event event, int more) {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw new InputProblem(
                    place(event),
                    "with all aliases written out the file has more than " + MOST_NODES + " values",
                    "Move lists of this length into a CSV file.");
        }
    }

    private Node aliased(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw new InputProblem(
                    place(alias),
                    "the alias " + Problem.quote("*" + name) + " names nothing that is complete before it",
                    "Write the value itself, in quotes if it begins with an asterisk.");
        }
        count(alias, anchored.size());
        return anchored.node();
    }

    private Node anchored(Optional<Anchor> anchor, Node node, int before) {
        anchor.ifPresent(a -> anchors.put(a.getValue(), new Anchored(node, nodes - before + 1)));
        return node;
    }

    private void refuseTag(Optional<String> tag, Event event) {
        tag.filter(t -> !t.startsWith(OWN_TAGS) && !t.equals("!"))
                .ifPresent(t -> problems.add(
                        place(event),
                        "the tag " + Problem.quote(t) + " means nothing here",
                        "Put a value that begins with an exclamation mark in quotes."));
    }

    private Node.Scalar scalar(ScalarEvent event) {
        return new Node.Scalar(event.getValue(), style(event.getScalarStyle()), false, place(event), folder);
    }

    private static Node.Scalar.Style style(ScalarStyle style) {
        return switch (style) {
            case PLAIN -> Node.Scalar.Style.PLAIN;
            case LITERAL, FOLDED -> Node.Scalar.Style.BLOCK;
            case DOUBLE_QUOTED, SINGLE_QUOTED, JSON_SCALAR_STYLE -> Node.Scalar.Style.QUOTED;
        };
    }

    private Node sequence(Event start, int depth) {
        List<Node> elements = new ArrayList<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
            elements.add(node(e, depth + 1));
        }
        return new Node.Sequence(elements, place(start), folder);
    }

    private Node mapping(Event start, int depth) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
            Node key = node(e, depth + 1);
            Node value = node(events.next(), depth + 1);
            add(entries, key, place(e), value);
        }
        return new Node.Mapping(entries, place(start), folder);
    }

    private void add(Map<String, Node.Entry> entries, Node key, Place place, Node value) {
        if (!(key instanceof Node.Scalar name)) {
            problems.add(
                    place,
                    "expected the name of a key, found " + key.what(),
                    "Put a text that begins with a" + " bracket in quotes.");
        } else if (name.text().equals("<<")) {
            problems.add(
                    place,
                    "the merge key << is no part of YAML 1.2",
                    "Put what campaigns share into" + " personalize.yaml.");
        } else {
            Node.Entry first = entries.putIfAbsent(name.text(), new Node.Entry(place, value));
            if (first != null) {
                problems.add(
                        place,
                        "the key " + Problem.quote(name.text()) + " stands twice, first in line "
                                + first.key().line(),
                        "Keep one of them.");
            }
        }
    }

    private Place place(Event event) {
        return event.getStartMark()
                .map(m -> Place.at(file, m.getLine() + 1L, m.getColumn() + 1L))
                .orElse(Place.file(file));
    }
}
