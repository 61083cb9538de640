package io.fairlead.job.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.problem.FieldError;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The processes that this service knows. A new one is a bean and a description; nothing else has to hear of it. */
@ApplicationScoped
public class ProcessCatalogue {

    private final Map<String, Entry<?, ?>> entries = new TreeMap<>();
    private final ObjectMapper json;

    ProcessCatalogue(@All List<Process<?, ?>> processes, ObjectMapper json) {
        this.json = json;
        processes.forEach(process -> entries.put(process.id(), entry(process)));
    }

    private record Entry<I, O>(Process<I, O> process, ProcessDescription description, InputCheck inputCheck) {}

    private <I, O> Entry<I, O> entry(Process<I, O> process) {
        ProcessDescription description = ProcessDescription.read(process.id(), json);
        return new Entry<>(process, description, new InputCheck(description.inputSchema(json)));
    }

    public Set<String> ids() {
        return entries.keySet();
    }

    public List<ProcessDescription> descriptions() {
        return entries.values().stream()
                .<ProcessDescription>map(Entry::description)
                .toList();
    }

    public Optional<ProcessDescription> description(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::description);
    }

    /** What is wrong with the inputs, each named by its pointer in the request; empty when nothing is. */
    public List<FieldError> check(String id, ObjectNode inputs) {
        Entry<?, ?> entry = entries.get(id);
        List<FieldError> errors = entry.inputCheck().errors(inputs);
        return errors.isEmpty() ? check(entry, inputs) : errors;
    }

    private <I> List<FieldError> check(Entry<I, ?> entry, ObjectNode inputs) {
        return entry.process().check(read(entry, inputs)).stream()
                .map(error -> FieldError.body("/inputs" + error.pointer().substring(1), error.detail()))
                .toList();
    }

    /** The vessels whose data a process would read for these inputs, which are good. */
    public Set<String> vessels(String id, ObjectNode inputs) {
        return vessels(entries.get(id), inputs);
    }

    private <I> Set<String> vessels(Entry<I, ?> entry, ObjectNode inputs) {
        return entry.process().vessels(read(entry, inputs));
    }

    /** Runs a process. */
    public ObjectNode run(String id, ObjectNode inputs, Execution execution) throws InterruptedException {
        return run(entries.get(id), inputs, execution);
    }

    private <I, O> ObjectNode run(Entry<I, O> entry, ObjectNode inputs, Execution execution)
            throws InterruptedException {
        return json.valueToTree(entry.process().run(read(entry, inputs), execution));
    }

    private <I> I read(Entry<I, ?> entry, ObjectNode inputs) {
        try {
            return json.treeToValue(inputs, entry.process().inputType());
        } catch (JsonProcessingException e) {
            throw new NonRetryable("The inputs do not fit this version of the process.");
        }
    }
}
