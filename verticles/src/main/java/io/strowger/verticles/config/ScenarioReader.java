package io.strowger.verticles.config;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.rules.ConfigurationProblem;
import io.strowger.engine.rules.OrganizationCheck;
import io.strowger.engine.simulation.ArrivalStream;
import io.strowger.engine.simulation.GivenAnalysis;
import io.strowger.engine.simulation.RecordedArrivals;
import io.strowger.engine.simulation.RecordedConversations;
import io.strowger.engine.simulation.Scenario;
import io.strowger.engine.simulation.TimeShift;
import io.strowger.verticles.config.Node.Scalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads a scenario from the nodes of its document. */
final class ScenarioReader {
    private static final LocalDateTime START = LocalDate.of(2027, 3, 1).atStartOfDay();
    private static final Duration DURATION = Duration.ofDays(1);
    private static final Duration DRAIN = Duration.ofHours(1);
    private static final Duration SERVICE_LEVEL = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final int MOST_LINES = 10_000_000;
    private static final int MOST_REPLICATIONS = 10_000;

    /** Where a single run can't be cut into parts that are like each other. */
    private static final int USUAL_REPLICATIONS = 5;

    private final Path file;
    private final String text;
    private final Problems problems;
    private final Function<String, GivenAnalysis> analyzer;

    ScenarioReader(Path file, String text, Function<String, GivenAnalysis> analyzer) {
        this.file = file;
        this.text = text;
        this.problems = new Problems(file.toString());
        this.analyzer = analyzer;
    }

    /**
     * Reads it.
     *
     * @throws ConfigException with everything that is wrong, each with its place
     */
    ScenarioFile read() {
        Node root = NodeReader.yaml(text, file.toString());
        if (root == null) {
            throw new ConfigException(new ConfigProblem(file.toString(), "", "it is empty; a scenario is expected"));
        }
        Fields fields = new Fields(root, "", problems);
        refuse();
        OrganizationDocument base = organization(fields, root);
        OrganizationConfiguration configuration = base.configuration();
        StaffReader staff = new StaffReader(problems, configuration, fields.node("agents") == null);
        fields.list("agents", staff::read);
        SimulatedRules rules = new SimulatedRules();
        List<ArrivalStream> streams =
                fields.list("streams", new StreamReader(problems, file, configuration, rules, analyzer)::read);
        checkNames(streams, root);
        String name = fields.text("name", file.getFileName().toString());
        Scenario.Span time = time(fields, streams);
        checkRecorded(streams, time);
        int lines = (int) fields.whole("lines", 0, 0, MOST_LINES);
        List<Long> serviceLevels = serviceLevels(fields);
        long seed = fields.whole("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE);
        int replications = (int) fields.whole("replications", 0, 1, MOST_REPLICATIONS);
        fields.end();
        refuse();
        OrganizationConfiguration simulated = new OrganizationConfiguration(
                configuration.id(),
                configuration.channels(),
                configuration.queues(),
                staff.agents(),
                rules.before(configuration.rules()),
                configuration.fallbackQueue(),
                configuration.limits(),
                configuration.calendars(),
                configuration.workflows());
        List<ConfigProblem> warnings = check(base, simulated, rules.size());
        Scenario scenario = new Scenario(name, simulated, streams, staff.plans(), time, lines, serviceLevels);
        int usual = scenario.isStationary() ? 1 : USUAL_REPLICATIONS;
        return new ScenarioFile(scenario, seed, replications == 0 ? usual : replications, warnings);
    }

    private OrganizationDocument organization(Fields fields, Node root) {
        Node node = fields.node("organization");
        if (node instanceof Scalar scalar) {
            try {
                Path directory =
                        file.toAbsolutePath().resolveSibling(scalar.text()).normalize();
                return OrganizationFiles.document(directory);
            } catch (InvalidPathException e) {
                throw new ConfigException(new ConfigProblem(
                        scalar.place().toString(), "organization", "that is not a path: " + e.getReason()));
            } catch (ConfigException e) {
                List<ConfigProblem> all = new ArrayList<>();
                all.add(new ConfigProblem(
                        scalar.place().toString(),
                        "organization",
                        "the organization can't be used; its path is taken from where the scenario is"));
                all.addAll(e.problems());
                throw new ConfigException(all);
            }
        }
        if (node == null) {
            throw new ConfigException(new ConfigProblem(
                    root.place().toString(),
                    "organization",
                    "it is missing: the path of an organization, or one with channels, queues and fallbackQueue"));
        }
        return OrganizationDocument.of(node, file.toString(), Map.of(file.toString(), text));
    }

    private void checkNames(List<ArrivalStream> streams, Node root) {
        if (streams.isEmpty() && problems.isNew("streams")) {
            problems.add(root.place(), "streams", "it is missing: who comes");
        }
        Set<String> names = new HashSet<>();
        for (int index = 0; index < streams.size(); index++) {
            String path = "streams[" + index + "].name";
            if (!names.add(streams.get(index).name()) && problems.isNew(path)) {
                problems.add(
                        problems.placeOrStart(path),
                        path,
                        "another stream is called " + streams.get(index).name() + "; give it a name of its own");
            }
        }
    }

    private Scenario.Span time(Fields fields, List<ArrivalStream> streams) {
        long start = LocalInstants.read(fields, "start", problems, usualStart(streams));
        long duration = time(fields, "duration", DURATION, 1);
        long warmUp = time(fields, "warmUp", Duration.ZERO, 0);
        return new Scenario.Span(start, warmUp, duration, time(fields, "drain", DRAIN, 0));
    }

    /** With recorded customers who are not moved: the beginning of the day of the first. */
    private static long usualStart(List<ArrivalStream> streams) {
        return streams.stream()
                .map(ArrivalStream::arrivals)
                .filter(RecordedArrivals.class::isInstance)
                .map(RecordedArrivals.class::cast)
                .filter(arrivals -> arrivals.shift() == TimeShift.NONE)
                .mapToLong(arrivals -> arrivals.recording().beginsAt())
                .map(instant -> instant - Math.floorMod(instant, DURATION.toNanos()))
                .min()
                .orElse(LocalInstants.nanos(START));
    }

    private void checkRecorded(List<ArrivalStream> streams, Scenario.Span time) {
        long from = time.startNanos() + time.warmUpNanos();
        for (int index = 0; index < streams.size(); index++) {
            if (streams.get(index).arrivals() instanceof RecordedArrivals recorded
                    && recorded.countBetween(time.startNanos(), from, from + time.countedNanos()) == 0) {
                RecordedConversations recording = recorded.recording();
                String path = "streams[" + index + "].journal";
                problems.add(
                        problems.placeOrStart(path),
                        path,
                        "none of its " + recording.count() + " conversations, which came from "
                                + LocalInstants.shown(recording.at(0)) + " to "
                                + LocalInstants.shown(recording.at(recording.count() - 1))
                                + ", comes in the time that counts, " + LocalInstants.shown(from) + " to "
                                + LocalInstants.shown(from + time.countedNanos())
                                + ": set the scenario's start, or shift: to-start or by-days");
            }
        }
    }

    private long time(Fields fields, String key, Duration byDefault, long least) {
        long nanos = fields.nanos(key, byDefault.toNanos());
        if (nanos < least || nanos > LONGEST.toNanos()) {
            problems.add(
                    problems.placeOrStart(key),
                    key,
                    "it must be " + (least == 0 ? "at most" : "more than 0 and at most") + " ten years");
            return Math.max(1, byDefault.toNanos());
        }
        return nanos;
    }

    private List<Long> serviceLevels(Fields fields) {
        List<Long> levels = new ArrayList<>();
        for (String level : fields.texts("serviceLevels")) {
            try {
                levels.add(Durations.parse(level).toNanos());
            } catch (IllegalArgumentException e) {
                problems.add(problems.placeOrStart("serviceLevels"), "serviceLevels", String.valueOf(e.getMessage()));
            }
        }
        return levels.isEmpty() ? List.of(SERVICE_LEVEL.toNanos()) : levels;
    }

    private void refuse() {
        List<ConfigProblem> found = problems.list();
        if (!found.isEmpty()) {
            throw new ConfigException(found);
        }
    }

    /** Checks the organization as it is simulated; places are those of the organization as it was written. */
    private static List<ConfigProblem> check(
            OrganizationDocument base, OrganizationConfiguration simulated, int addedRules) {
        List<ConfigProblem> errors = new ArrayList<>();
        List<ConfigProblem> warnings = new ArrayList<>();
        for (ConfigurationProblem problem : new OrganizationCheck().check(simulated)) {
            String path = withoutAdded(problem.path(), addedRules);
            Place place = problem.line() == 0 || !path.startsWith("rules[")
                    ? base.place(path)
                    : base.placeInRule(path, problem.line(), problem.column());
            (problem.isError() ? errors : warnings).add(new ConfigProblem(place.toString(), path, problem.message()));
        }
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
        return warnings;
    }

    private static String withoutAdded(String path, int addedRules) {
        if (!path.startsWith("rules[")) {
            return path;
        }
        int end = path.indexOf(']');
        int index = Integer.parseInt(path.substring("rules[".length(), end)) - addedRules;
        return index < 0 ? "" : "rules[" + index + path.substring(end);
    }
}
