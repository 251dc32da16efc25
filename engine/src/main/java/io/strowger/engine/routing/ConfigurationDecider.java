package io.strowger.engine.routing;

import io.strowger.engine.command.Configure;
import io.strowger.engine.command.NameLabels;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.Restart;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ConfigurationCheck;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.ConfigurationChanged;
import io.strowger.engine.event.LabelsNamed;
import io.strowger.engine.event.Recovered;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.rules.RuleSet;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides configurations and the restart. Cold: may allocate. */
final class ConfigurationDecider {
    /** A configuration stands twice in its record: in the command and in the event. */
    private static final int MAX_CONFIGURATION_BYTES = 6 << 20;

    private static final int MAX_ORGANIZATIONS = 1 << 16;

    /** Records keep a label in 16 bits, and a number for none. */
    private static final int MAX_LABELS = Short.MAX_VALUE;

    private final Scope scope;
    private final RuleSets ruleSets;
    private final CalendarDecider calendars;
    private final Configure configure = new Configure();
    private final Restart restart = new Restart();
    private final NameLabels nameLabels = new NameLabels();

    ConfigurationDecider(Scope scope, RuleSets ruleSets, CalendarDecider calendars) {
        this.scope = scope;
        this.ruleSets = ruleSets;
        this.calendars = calendars;
    }

    Outcome configure(int number, ByteReader command) {
        configure.read(command);
        if (configure.configuration.length() > MAX_CONFIGURATION_BYTES) {
            return scope.refuse(Outcome.TOO_LARGE, "a configuration has at most " + MAX_CONFIGURATION_BYTES + " bytes");
        }
        OrganizationConfiguration configuration;
        try {
            configuration = ConfigurationCodec.read(new ByteReader().wrap(configure.configuration));
        } catch (IllegalStateException | IllegalArgumentException e) {
            return scope.refuse(Outcome.INVALID, String.valueOf(e.getMessage()));
        }
        Names known = scope.state.directory.organization(configuration.id());
        int organization = known == null ? scope.state.organizations.length : known.organization();
        scope.decision.organization = organization;
        long version = known == null ? 0 : known.version();
        scope.decision.version = version;
        if (number != RecordLayout.ENGINE && number != organization) {
            return scope.refuse(
                    Outcome.INVALID,
                    "the configuration is that of organization " + configuration.id() + ", which is another one");
        }
        if (configure.expectedVersion != -1 && configure.expectedVersion != version) {
            return Outcome.STALE_VERSION;
        }
        if (known != null && known.configuration().equals(configuration)) {
            return Outcome.UNCHANGED;
        }
        return change(organization, configuration, version + 1);
    }

    private Outcome change(int organization, OrganizationConfiguration configuration, long version) {
        RuleSet rules;
        try {
            if (organization == MAX_ORGANIZATIONS) {
                throw new IllegalArgumentException(
                        "there are " + MAX_ORGANIZATIONS + " organizations, the most there can be");
            }
            ConfigurationCheck.check(configuration);
            checkKinds(configuration, scope.state.find(organization));
            SignatureDemand.check(configuration, scope.state.find(organization), scope.state.limits.maxSignatures());
            rules = ruleSets.compiler().compile(configuration);
        } catch (IllegalArgumentException e) {
            return scope.refuse(Outcome.INVALID, String.valueOf(e.getMessage()));
        }
        ConfigurationChanged event = scope.events.configurationChanged;
        event.organization = organization;
        event.version = version;
        event.configuration.set(configure.configuration);
        scope.emit(organization, event);
        scope.state.organization(organization).rules = rules;
        calendars.begin(scope.state.organization(organization));
        scope.decision.version = version;
        return Outcome.DONE;
    }

    /** What agents hold is counted by kind, so a channel keeps its kind for ever, even if it was removed meanwhile. */
    private static void checkKinds(OrganizationConfiguration configuration, @Nullable OrganizationState organization) {
        if (organization == null) {
            return;
        }
        for (ChannelConfiguration channel : configuration.channels()) {
            int number = organization.names.channels().number(channel.id());
            if (number >= 0 && organization.channels[number].configuration.kind() != channel.kind()) {
                throw new IllegalArgumentException("channel " + channel.id() + ", kind: it is "
                        + organization.channels[number].configuration.kind()
                        + " and can't change; make a channel with another id");
            }
        }
    }

    /** Names the labels that are new and has all sessions count as away. */
    void restart(ByteReader command) {
        restart.read(command);
        name(unnamed(restart.labels));
        for (OrganizationState organization : scope.state.organizations) {
            ruleSets.of(organization);
        }
        Recovered event = scope.events.recovered;
        event.recoveredAt = scope.now();
        scope.emit(0, event);
    }

    /** Names the labels that are new. */
    Outcome nameLabels(ByteReader command) {
        nameLabels.read(command);
        List<String> labels = unnamed(nameLabels.labels);
        if (labels.isEmpty()) {
            return Outcome.UNCHANGED;
        }
        int named = scope.state.directory.labels().size();
        if (named + labels.size() > MAX_LABELS) {
            return scope.refuse(
                    Outcome.INVALID,
                    "the model has " + labels.size() + " labels that are new here, and " + named + " of at most "
                            + MAX_LABELS + " have been used");
        }
        name(labels);
        return Outcome.DONE;
    }

    private List<String> unnamed(Bytes labels) {
        NameTable known = scope.state.directory.labels();
        return Arrays.stream(labels.toText().split("\n"))
                .filter(label -> !label.isEmpty() && known.number(label) < 0)
                .distinct()
                .toList();
    }

    private void name(List<String> labels) {
        if (!labels.isEmpty()) {
            LabelsNamed event = scope.events.labelsNamed;
            event.firstNumber = scope.state.directory.labels().size();
            event.labels.set(Bytes.of(String.join("\n", labels)));
            scope.emit(0, event);
        }
    }
}
