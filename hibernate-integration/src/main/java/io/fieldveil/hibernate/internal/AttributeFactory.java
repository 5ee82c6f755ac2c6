package io.fieldveil.hibernate.internal;

import io.fieldveil.access.AttributeRule;
import io.fieldveil.annotations.AutoHashed;
import io.fieldveil.annotations.Mask;
import io.fieldveil.annotations.MaskStyle;
import io.fieldveil.annotations.Masked;
import io.fieldveil.annotations.Reveal;
import io.fieldveil.crypto.ValueCodec;
import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.mask.Masks;
import io.fieldveil.normalize.Normalizer;
import io.fieldveil.normalize.Normalizers;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a protected attribute of its annotations. */
final class AttributeFactory {

    private AttributeFactory() {}

    static ProtectedAttribute create(
            String entity, String path, Class<?> type, PiiAnnotations annotations, FieldveilRuntime runtime) {
        var autoHashed = annotations.autoHashed();
        var masked = annotations.masked();
        var client = annotations.clientEncrypted();
        var rule = new AttributeRule(
                entity,
                path,
                autoHashed != null,
                masked != null && masked.initiallyMarked(),
                client != null,
                autoHashed == null ? Reveal.LAST_MILE_ONLY : autoHashed.reveal(),
                permission(autoHashed, masked));
        Sealing sealing;
        if (client != null) {
            sealing = new ClientSealing(rule, client.maxLength(), Set.of(client.keyIds()));
        } else if (autoHashed != null) {
            sealing = searchable(rule, autoHashed, runtime);
        } else if (masked != null && masked.encryptedAtRest()) {
            sealing = randomised(runtime, type, masked.domain());
        } else {
            sealing = new PlainSealing(rule.permission());
        }
        boolean byName = masked != null && !masked.by().isEmpty();
        var marker = new Marker(rule, rule.masked(), byName, runtime);
        return new ProtectedAttribute(rule, type, sealing, masked == null ? null : mask(masked, type), marker, runtime);
    }

    private static String permission(@Nullable AutoHashed autoHashed, @Nullable Masked masked) {
        if (masked != null) {
            return masked.permission();
        }
        return autoHashed == null ? Masked.VIEW_PII : autoHashed.permission();
    }

    private static Sealing searchable(AttributeRule rule, AutoHashed annotation, FieldveilRuntime runtime) {
        Normalizer normalizer = switch (annotation.value()) {
            case EMAIL -> Normalizers.email();
            case PHONE -> Normalizers.phone(runtime.phoneRegion());
            case TEXT -> Normalizers.text();
        };
        String domain = annotation.domain().isEmpty() ? annotation.value().defaultDomain() : annotation.domain();
        return new SearchableSealing(rule, runtime, normalizer, domain, annotation.storage());
    }

    private static <T> Sealing randomised(FieldveilRuntime runtime, Class<T> type, String domain) {
        return new RandomisedSealing<>(runtime, ValueCodec.forType(type), type, domain);
    }

    @SuppressWarnings("unchecked")
    private static Mask<Object> mask(Masked annotation, Class<?> type) {
        if (annotation.value() == MaskStyle.CUSTOM) {
            return (Mask<Object>) (Mask<?>) Masks.ofClass(annotation.custom(), type);
        }
        return (Mask<Object>)
                (Mask<?>) Masks.of(annotation.value(), annotation.keepFirst(), annotation.keepLast(), type);
    }
}
