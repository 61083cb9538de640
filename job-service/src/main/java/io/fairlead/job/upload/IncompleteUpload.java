package io.fairlead.job.upload;

/** An output was handed in of which not all parts had arrived, or more than it is said to have. */
public class IncompleteUpload extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String output;

    IncompleteUpload(String output) {
        super("The parts of " + output + " are not whole.");
        this.output = output;
    }

    /** Which one. */
    public String output() {
        return output;
    }
}
