package io.strowger.engine.configuration;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All organizations' names and the labels of the models: what turns the numbers of a record into words. Immutable; the
 * deciding thread publishes a new one after each change, and the latest one resolves every earlier record.
 */
public final class Directory {
    /** Nothing known yet. */
    public static final Directory EMPTY = new Directory(new Names[0], NameTable.EMPTY);

    private final Names[] organizations;
    private final NameTable labels;

    private Directory(Names[] organizations, NameTable labels) {
        this.organizations = organizations;
        this.labels = labels;
    }

    /** This directory with an organization's new names; its number is at most {@link #organizationCount()}. */
    public Directory with(Names names) {
        Names[] changed = Arrays.copyOf(organizations, Math.max(organizations.length, names.organization() + 1));
        changed[names.organization()] = names;
        return new Directory(changed, labels);
    }

    /** This directory with further labels. */
    public Directory with(NameTable grownLabels) {
        return new Directory(organizations, grownLabels);
    }

    public int organizationCount() {
        return organizations.length;
    }

    /** The names of an organization by its number, or null when there is none. */
    public @Nullable Names organization(int number) {
        return number >= 0 && number < organizations.length ? organizations[number] : null;
    }

    /** The names of an organization by its id, or null when there is none. */
    public @Nullable Names organization(String id) {
        for (Names names : organizations) {
            if (names.configuration().id().equals(id)) {
                return names;
            }
        }
        return null;
    }

    /** The models' labels and their stable numbers. */
    public NameTable labels() {
        return labels;
    }
}
