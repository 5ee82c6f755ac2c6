package io.fieldveil.hibernate.internal;

import io.fieldveil.FieldveilException;
import io.fieldveil.lastmile.RowReader;
import io.fieldveil.lastmile.SealedRow;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the sealed values of entities for the last mile. Public for {@code FieldveilRuntime}, its only caller outside. */
public final class EntityRowReader implements RowReader {

    @Override
    public SealedRow read(Object row, Set<String> attributes) {
        if (row instanceof EntityFieldCodec.Row stored) {
            return new SealedRow(stored.entity(), stored.id(), stored.values());
        }
        var found = Entities.find(row);
        var values = new LinkedHashMap<String, Supplier<@Nullable Object>>();
        for (String path : attributes) {
            var place = found.edges()
                    .find(path)
                    .orElseThrow(() -> new FieldveilException(
                            "FV-526",
                            "Entity '" + found.persister().getEntityName() + "' has no protected attribute '" + path
                                    + "'; read other attributes from the entity."));
            values.put(path, value(place.attribute(), place.fetch(found.entity(), found.persister())));
        }
        Object id = found.persister().getIdentifier(found.entity());
        return new SealedRow(found.persister().getEntityName(), String.valueOf(id), values);
    }

    static Supplier<@Nullable Object> value(ProtectedAttribute attribute, @Nullable Object sealed) {
        if (attribute.rule().clientEncrypted()) {
            throw new FieldveilException(
                    "FV-530",
                    attribute.rule().name(),
                    "only the client can open it; hand its ciphertext to the client's middle layer.");
        }
        if (sealed instanceof Posted) {
            throw new FieldveilException(
                    "FV-531",
                    attribute.rule().name(),
                    "the instance was not loaded here and shows a token or a mask; load it,"
                            + " or open a token by LastMile.token.");
        }
        return () -> sealed == null ? null : attribute.open(sealed);
    }
}
