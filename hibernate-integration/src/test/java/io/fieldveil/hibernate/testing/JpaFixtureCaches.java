package io.fieldveil.hibernate.testing;

import com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.Caching;

/** Looks into the second-level cache from the cache's side, past Hibernate. */
final class JpaFixtureCaches {

    private JpaFixtureCaches() {}

    static String prefix(Database database) {
        return Integer.toHexString(database.url().hashCode());
    }

    /** Every key and entry in the caches of this database, in Java's serialised form, as a remote cache would get it. */
    static List<byte[]> contents(Database database) {
        CacheManager manager = Caching.getCachingProvider(CaffeineCachingProvider.class.getName())
                .getCacheManager();
        List<byte[]> contents = new ArrayList<>();
        for (String name : manager.getCacheNames()) {
            if (name.startsWith(prefix(database) + ".")) {
                Cache<Object, Object> cache = manager.getCache(name);
                for (Cache.Entry<Object, Object> entry : cache) {
                    contents.add(serialized(entry.getKey()));
                    contents.add(serialized(entry.getValue()));
                }
            }
        }
        return contents;
    }

    private static byte[] serialized(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
