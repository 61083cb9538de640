package io.fairlead.telemetry.odata;

import io.fairlead.telemetry.odata.model.ServiceModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.olingo.commons.api.data.ContextURL;
import org.apache.olingo.commons.api.data.Entity;
import org.apache.olingo.commons.api.data.EntityCollection;
import org.apache.olingo.commons.api.edm.EdmEntitySet;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.commons.api.http.HttpMethod;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.ServiceMetadata;
import org.apache.olingo.server.api.serializer.EntityCollectionSerializerOptions;
import org.apache.olingo.server.api.serializer.EntitySerializerOptions;
import org.apache.olingo.server.api.serializer.RepresentationType;
import org.apache.olingo.server.api.serializer.SerializerResult;
import org.apache.olingo.server.api.uri.UriInfo;
import org.apache.olingo.server.api.uri.queryoption.SelectOption;
import org.apache.olingo.server.core.serializer.utils.ExpandSelectHelper;
import org.apache.olingo.server.core.uri.parser.Parser;
import org.apache.olingo.server.core.uri.validator.UriValidator;

/** Understands addresses and writes answers, as the protocol says: Olingo, without its servlet. */
@ApplicationScoped
class Answers {

    private final OData odata = OData.newInstance();
    private final ServiceMetadata metadata = odata.createServiceMetadata(new ServiceModel(), List.of());

    /** What an address means. */
    UriInfo parse(Call call) throws ODataLibraryException {
        return parse(call, call.options());
    }

    /** Which option of an address that cannot be parsed is wrong by itself; none when it is the path. */
    Map<String, String> culprit(Call call) {
        Map<String, String> culprit = new HashMap<>();
        call.options().values().forEach((name, value) -> {
            try {
                parse(call, new Options(Map.of(name, value)));
            } catch (ODataLibraryException e) {
                culprit.put(name, value);
            }
        });
        return culprit.size() == call.options().values().size() && culprit.size() > 1 ? Map.of() : culprit;
    }

    private UriInfo parse(Call call, Options options) throws ODataLibraryException {
        UriInfo uri = new Parser(metadata.getEdm(), odata).parseUri(call.path(), options.query(), null, call.root());
        new UriValidator().validate(uri, HttpMethod.GET);
        return uri;
    }

    Response serviceDocument(Call call, UriInfo uri) throws ODataLibraryException {
        ContentType type = Negotiation.type(call, uri.getFormatOption(), RepresentationType.SERVICE);
        return ok(new SelectedJson(type).serviceDocument(metadata, call.root()), type);
    }

    Response metadataDocument(Call call, UriInfo uri) throws ODataLibraryException {
        ContentType type = Negotiation.type(call, uri.getFormatOption(), RepresentationType.METADATA);
        return ok(odata.createSerializer(ContentType.APPLICATION_XML).metadataDocument(metadata), type);
    }

    /** A page of entities. */
    Response page(Call call, UriInfo uri, EdmEntitySet set, EntityCollection page, ContentType type) {
        return written(type, () -> new SelectedJson(type)
                .entityCollection(
                        metadata,
                        set.getEntityType(),
                        page,
                        EntityCollectionSerializerOptions.with()
                                .contextURL(context(call, uri, set).build())
                                .count(uri.getCountOption())
                                .select(uri.getSelectOption())
                                .build()));
    }

    /** One entity. */
    Response entity(Call call, UriInfo uri, EdmEntitySet set, Entity entity, ContentType type) {
        return written(type, () -> new SelectedJson(type)
                .entity(
                        metadata,
                        set.getEntityType(),
                        entity,
                        EntitySerializerOptions.with()
                                .contextURL(context(call, uri, set)
                                        .suffix(ContextURL.Suffix.ENTITY)
                                        .build())
                                .select(uri.getSelectOption())
                                .build()));
    }

    private static ContextURL.Builder context(Call call, UriInfo uri, EdmEntitySet set) {
        return ContextURL.with()
                .serviceRoot(URI.create(call.root() + "/"))
                .entitySet(set)
                .selectList(selectList(set.getEntityType(), uri.getSelectOption()));
    }

    /** As it was selected: Olingo's own list would add the key, which {@link SelectedJson} leaves out. */
    private static String selectList(EdmEntityType type, SelectOption select) {
        if (select == null) {
            return null;
        }
        if (ExpandSelectHelper.isAll(select)) {
            return "*";
        }
        Set<String> selected = ExpandSelectHelper.getSelectedPropertyNames(select.getSelectItems());
        return type.getPropertyNames().stream().filter(selected::contains).collect(Collectors.joining(","));
    }

    private interface Writing {
        SerializerResult write() throws ODataLibraryException;
    }

    /** What was read from the database can be written: anything else is an error of ours. */
    private static Response written(ContentType type, Writing writing) {
        try {
            return ok(writing.write(), type);
        } catch (ODataLibraryException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response ok(SerializerResult result, ContentType type) {
        try {
            return Response.ok(result.getContent().readAllBytes(), type.toContentTypeString())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
