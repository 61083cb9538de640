package io.fairlead.telemetry.odata;

import io.fairlead.core.problem.FieldError;
import io.fairlead.core.problem.Problems;
import io.fairlead.telemetry.odata.model.EntitySource;
import io.fairlead.telemetry.odata.model.EntitySources;
import io.fairlead.telemetry.odata.query.EntityPage;
import io.fairlead.telemetry.odata.query.EntityQueries;
import io.fairlead.telemetry.odata.query.NotSupported;
import io.fairlead.telemetry.odata.query.Question;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.olingo.commons.api.data.EntityCollection;
import org.apache.olingo.commons.api.edm.EdmPrimitiveType;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeException;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.prefer.Preferences;
import org.apache.olingo.server.api.prefer.PreferencesApplied;
import org.apache.olingo.server.api.serializer.RepresentationType;
import org.apache.olingo.server.api.uri.UriInfo;
import org.apache.olingo.server.api.uri.UriParameter;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceCount;
import org.apache.olingo.server.api.uri.UriResourceEntitySet;

/** Answers what is asked: the service document, the metadata, pages of entities, how many there are, and single ones. */
@ApplicationScoped
class ODataService {

    private static final Pattern PAGE_SIZE = Pattern.compile("[1-9]\\d{0,8}");

    private final Answers answers;
    private final EntityQueries entities;
    private final PageRules rules;

    ODataService(Answers answers, EntityQueries entities, PageRules rules) {
        this.answers = answers;
        this.entities = entities;
        this.rules = rules;
    }

    /** The answer to a request; fails with a problem. */
    Uni<Response> answer(Call call) {
        Negotiation.checkVersion(call);
        try {
            UriInfo uri = answers.parse(call);
            return switch (uri.getKind()) {
                case service -> Uni.createFrom().item(answers.serviceDocument(call, uri));
                case metadata -> Uni.createFrom().item(answers.metadataDocument(call, uri));
                case resource -> resource(call, uri, uri.getUriResourceParts());
                default -> throw notSupported();
            };
        } catch (ODataLibraryException e) {
            throw Refusals.of(e, answers.culprit(call));
        }
    }

    private Uni<Response> resource(Call call, UriInfo uri, List<UriResource> path) throws ODataLibraryException {
        if (!(path.get(0) instanceof UriResourceEntitySet first)) {
            throw notSupported();
        }
        if (path.size() == 2 && first.isCollection() && path.get(1) instanceof UriResourceCount) {
            return count(uri, first);
        }
        if (path.size() > 1) {
            throw notSupported();
        }
        return first.isCollection() ? page(call, uri, first) : one(call, uri, first);
    }

    private Uni<Response> count(UriInfo uri, UriResourceEntitySet asked) {
        return entities.count(source(asked), QuestionReader.filter(uri))
                .map(count ->
                        Response.ok(count.toString(), MediaType.TEXT_PLAIN).build());
    }

    private Uni<Response> page(Call call, UriInfo uri, UriResourceEntitySet asked) throws ODataLibraryException {
        ContentType type = Negotiation.type(call, uri.getFormatOption(), RepresentationType.COLLECTION_ENTITY);
        Integer preferred = preferred(call);
        int size = preferred == null ? rules.pageSize() : Math.min(preferred, rules.pageSize());
        Question question = QuestionReader.question(uri, source(asked), size);
        boolean counted = uri.getCountOption() != null && uri.getCountOption().getValue();
        Uni<Long> count = counted
                ? entities.count(question.set(), question.filter())
                : Uni.createFrom().nullItem();
        return entities.page(question)
                .chain(page -> count.map(all -> collection(call, question, page, all)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(page -> applied(answers.page(call, uri, asked.getEntitySet(), page, type), preferred, size));
    }

    private Uni<Response> one(Call call, UriInfo uri, UriResourceEntitySet asked) throws ODataLibraryException {
        ContentType type = Negotiation.type(call, uri.getFormatOption(), RepresentationType.ENTITY);
        EntitySource set = source(asked);
        return entities.one(set, key(asked), QuestionReader.selected(uri, set))
                .map(found -> found.map(entity -> answers.entity(call, uri, asked.getEntitySet(), entity, type))
                        .orElseThrow(() -> Problems.notFound("There is no such entity in " + set.name() + ".")));
    }

    private static EntityCollection collection(Call call, Question question, EntityPage page, Long count) {
        EntityCollection collection = new EntityCollection();
        collection.getEntities().addAll(page.entities());
        if (count != null) {
            collection.setCount((int) Math.min(Integer.MAX_VALUE, count));
        }
        if (page.next() != null) {
            Integer rest = question.rest(page.entities().size());
            collection.setNext(URI.create(call.next(page.next(), rest)));
        }
        return collection;
    }

    private static Response applied(Response response, Integer preferred, int size) {
        return preferred == null
                ? response
                : Response.fromResponse(response)
                        .header(
                                "Preference-Applied",
                                PreferencesApplied.with()
                                        .maxPageSize(size)
                                        .build()
                                        .toValueString())
                        .build();
    }

    /** The page size that the client prefers; null when it does not say, or says nothing sensible. */
    private static Integer preferred(Call call) {
        Preferences preferences = OData.newInstance().createPreferences(call.headers("Prefer"));
        return Stream.of("odata.maxpagesize", "maxpagesize")
                .map(preferences::getPreference)
                .filter(preference -> preference != null && preference.getValue() != null)
                .map(Preferences.Preference::getValue)
                .filter(value -> PAGE_SIZE.matcher(value).matches())
                .map(Integer::valueOf)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> key(UriResourceEntitySet asked) {
        Map<String, String> key = new LinkedHashMap<>();
        for (UriParameter part : asked.getKeyPredicates()) {
            key.put(part.getName(), literal(asked, part));
        }
        return key;
    }

    private static String literal(UriResourceEntitySet asked, UriParameter part) {
        try {
            return ((EdmPrimitiveType)
                            asked.getEntityType().getProperty(part.getName()).getType())
                    .fromUriLiteral(part.getText());
        } catch (EdmPrimitiveTypeException e) {
            throw Problems.badRequest(FieldError.query(part.getName(), "is no value of the key"));
        }
    }

    private static EntitySource source(UriResourceEntitySet asked) {
        return EntitySources.named(asked.getEntitySet().getName());
    }

    private static RuntimeException notSupported() {
        return new NotSupported("This resource is not supported.");
    }
}
