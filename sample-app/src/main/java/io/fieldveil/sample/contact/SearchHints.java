package io.fieldveil.sample.contact;

import io.fieldveil.normalize.NormalizationException;
import io.fieldveil.normalize.Normalizer;
import io.fieldveil.sample.web.Refusals;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what of a search is no address or no number: it finds nobody, whoever is stored. */
@Component
class SearchHints {

    private final Spellings spellings;

    SearchHints(Spellings spellings) {
        this.spellings = spellings;
    }

    /** What is wrong, by field; empty where nothing is. */
    Map<String, String> of(ContactSearch search) {
        var hints = new LinkedHashMap<String, String>();
        check("email", spellings.emails(), search.email(), hints);
        check("phone", spellings.phones(), search.phone(), hints);
        return hints;
    }

    private static void check(String field, Normalizer form, @Nullable String typed, Map<String, String> hints) {
        if (typed == null) {
            return;
        }
        try {
            var unused = form.normalize(typed);
        } catch (NormalizationException e) {
            hints.put(field, Refusals.malformed(field));
        }
    }
}
