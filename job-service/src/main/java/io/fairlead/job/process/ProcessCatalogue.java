package io.fairlead.job.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.core.problem.FieldError;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The processes that this service knows. A new one is a bean and a description; one that workers outside run is a
 * description in the folder {@code fairlead.processes.folder}. Nothing else has to hear of it.
 */
@ApplicationScoped
public class ProcessCatalogue {

    private final Map<String, Entry<?, ?>> entries = new TreeMap<>();
    private final Map<String, Outside> outside = new TreeMap<>();
    private final ObjectMapper json;

    ProcessCatalogue(
            @All List<Process<?, ?>> processes,
            ObjectMapper json,
            @ConfigProperty(name = "fairlead.processes.folder") Optional<Path> folder) {
        this.json = json;
        processes.forEach(process -> entries.put(process.id(), entry(process)));
        folder.ifPresent(path -> ProcessDescription.readAll(path, json)
                .forEach(description -> outside.put(
                        description.id(), new Outside(description, new InputCheck(description.inputSchema(json))))));
        if (!Collections.disjoint(entries.keySet(), outside.keySet())) {
            throw new IllegalStateException("processes of the same name, built in and outside: " + outside.keySet());
        }
    }

    /** A process that only workers outside of this service can run. */
    private record Outside(ProcessDescription description, InputCheck inputCheck) {}

    private record Entry<I, O>(Process<I, O> process, ProcessDescription description, InputCheck inputCheck) {}

    private <I, O> Entry<I, O> entry(Process<I, O> process) {
        ProcessDescription description = ProcessDescription.read(process.id(), json);
        return new Entry<>(process, description, new InputCheck(description.inputSchema(json)));
    }

    /** Those that this service can run itself. */
    public Set<String> ids() {
        return entries.keySet();
    }

    /** All, by id. */
    public List<ProcessDescription> descriptions() {
        return Stream.concat(
                        entries.values().stream().map(Entry::description),
                        outside.values().stream().map(Outside::description))
                .sorted(Comparator.comparing(ProcessDescription::id))
                .toList();
    }

    public Optional<ProcessDescription> description(String id) {
        return Optional.ofNullable(entries.get(id))
                .map(Entry::description)
                .or(() -> Optional.ofNullable(outside.get(id)).map(Outside::description));
    }

    /** What is wrong with the inputs, each named by its pointer in the request; empty when nothing is. */
    public List<FieldError> check(String id, ObjectNode inputs) {
        if (outside.containsKey(id)) {
            return outside.get(id).inputCheck().errors(inputs);
        }
        Entry<?, ?> entry = entries.get(id);
        List<FieldError> errors = entry.inputCheck().errors(inputs);
        return errors.isEmpty() ? check(entry, inputs) : errors;
    }

    private <I> List<FieldError> check(Entry<I, ?> entry, ObjectNode inputs) {
        return entry.process().check(read(entry, inputs)).stream()
                .map(error -> FieldError.body("/inputs" + error.pointer().substring(1), error.detail()))
                .toList();
    }

    /** The vessels whose data a process would read for these inputs, which are good; any when it is run outside. */
    public Set<String> vessels(String id, ObjectNode inputs) {
        return outside.containsKey(id) ? Set.of(Process.ANY_VESSEL) : vessels(entries.get(id), inputs);
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
