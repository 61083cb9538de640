package io.fairlead.job.project;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fairlead.core.json.EnumText;

/** What somebody may do in a project. Each role includes those below it. */
public enum ProjectRole {
    /** Changes the project and who is in it. */
    OWNER,
    /** Submits jobs, calls them off and repeats them. */
    MEMBER,
    /** Sees the jobs and their results. */
    READER;

    /** Whether the role includes another. */
    boolean includes(ProjectRole other) {
        return compareTo(other) <= 0;
    }

    static ProjectRole parse(String text) {
        return text == null ? null : EnumText.read(ProjectRole.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return EnumText.of(this);
    }
}
