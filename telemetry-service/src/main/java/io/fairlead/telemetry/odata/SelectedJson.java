package io.fairlead.telemetry.odata;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.DecoderException;
import org.apache.olingo.commons.api.data.Entity;
import org.apache.olingo.commons.api.data.Linked;
import org.apache.olingo.commons.api.data.Property;
import org.apache.olingo.commons.api.edm.EdmStructuredType;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.server.api.ServiceMetadata;
import org.apache.olingo.server.api.serializer.SerializerException;
import org.apache.olingo.server.api.uri.queryoption.ExpandOption;
import org.apache.olingo.server.api.uri.queryoption.SelectOption;
import org.apache.olingo.server.core.serializer.json.ODataJsonSerializer;
import org.apache.olingo.server.core.serializer.utils.ExpandSelectHelper;

/**
 * Writes of an entity what was selected and nothing else, as its context says. Olingo's own adds the key, which BI tools
 * then show as columns that nobody asked for; the key is in {@code @odata.id}.
 */
final class SelectedJson extends ODataJsonSerializer {

    SelectedJson(ContentType type) {
        super(type);
    }

    @Override
    protected void writeProperties(
            ServiceMetadata metadata,
            EdmStructuredType type,
            List<Property> properties,
            SelectOption select,
            JsonGenerator json,
            Linked linked,
            ExpandOption expand)
            throws IOException, SerializerException, DecoderException {
        boolean all = ExpandSelectHelper.isAll(select);
        Set<String> selected = all ? Set.of() : ExpandSelectHelper.getSelectedPropertyNames(select.getSelectItems());
        for (String name : type.getPropertyNames()) {
            if (all || selected.contains(name)) {
                Property property = ((Entity) linked).getProperty(name);
                writeProperty(metadata, type.getStructuralProperty(name), property, null, json, null, linked, expand);
            }
        }
    }
}
