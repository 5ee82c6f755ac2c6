package io.fieldveil.hibernate;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessContextProvider;
import io.fieldveil.access.AccessPolicy;
import io.fieldveil.access.Purpose;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.crypto.CryptoCounter;
import io.fieldveil.crypto.FieldCipher;
import io.fieldveil.crypto.SealedValue;
import io.fieldveil.hibernate.internal.DeclaredMarkings;
import io.fieldveil.hibernate.internal.EntityRowReader;
import io.fieldveil.keyset.KeysetName;
import io.fieldveil.keyset.Keysets;
import io.fieldveil.lastmile.LastMile;
import io.fieldveil.marking.CurrentMarkings;
import io.fieldveil.marking.Markings;
import io.fieldveil.normalize.Normalizers;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What protected attributes need while the application runs: keysets, the caller, the policy, the trail. One per
 * persistence unit, handed to Hibernate under {@link FieldveilSettings#RUNTIME} or built from the settings by their
 * names. Thread-safe; once the persistence unit has started, nothing of it changes.
 */
public final class FieldveilRuntime {

    private final FieldCipher searchable;
    private final FieldCipher randomised;
    private final CryptoCounter counter = new CryptoCounter();
    private final AccessContextProvider contexts;
    private final AccessPolicy policy;
    private final DisclosureAudit audit;
    private final String phoneRegion;
    private final MaskedWrites maskedWrites;
    private final NativeSql nativeSql;
    private final LastMile lastMile;
    private final CurrentMarkings currentMarkings;
    private volatile @Nullable Tenants tenants;

    private FieldveilRuntime(Builder builder) {
        Supplier<Keysets> keysets = new Once<>(required(builder.keysets, "keysets"));
        int kept = builder.keptKeysets;
        searchable = new TenantCipher(() -> FieldCipher.searchable(keysets.get().beside(this::exist), counter, kept));
        randomised = new TenantCipher(() -> FieldCipher.randomised(keysets.get().beside(this::exist), counter, kept));
        contexts = new TenantContexts(builder.contexts);
        policy = builder.policy;
        audit = required(builder.audit, "audit");
        phoneRegion = builder.phoneRegion;
        maskedWrites = builder.maskedWrites;
        nativeSql = builder.nativeSql;
        lastMile = LastMile.of(new EntityRowReader(), searchable, audit, contexts, builder.purposes);
        currentMarkings = builder.markings;
        // An unknown region is a mistake to learn of now, not with the first number.
        Normalizers.phone(phoneRegion);
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("FieldveilRuntime needs " + name);
        }
        return value;
    }

    /** Starts a runtime; keysets and audit are required. */
    public static Builder builder() {
        return new Builder();
    }

    /** The cipher of {@code @AutoHashed} attributes. */
    public FieldCipher searchable() {
        return searchable;
    }

    /** The cipher of {@code @Masked(encryptedAtRest = true)} attributes. */
    public FieldCipher randomised() {
        return randomised;
    }

    /** Counts encryptions and decryptions of this persistence unit. */
    public CryptoCounter counter() {
        return counter;
    }

    /** The caller on this thread, in the tenant that Hibernate names where the caller's context names none. */
    public AccessContext currentContext() {
        return contexts.current();
    }

    /** Whether the persistence unit has tenants, so that nothing is sealed or opened without one. */
    public boolean hasTenants() {
        Tenants known = tenants;
        return known != null && known.required();
    }

    /**
     * The tenant under whose keys this thread seals and opens; empty where the persistence unit has no tenants.
     *
     * @throws io.fieldveil.FieldveilException FV-421 if it has tenants, and none is named
     */
    public String currentTenant() {
        return requireTenant(currentContext().tenant());
    }

    /** For the integration alone: what Hibernate knows of tenants, once, before the first value is sealed. */
    public void serve(Tenants known) {
        tenants = known;
    }

    private String requireTenant(String tenant) {
        if (tenant.isEmpty() && hasTenants()) {
            throw Messages.noTenant();
        }
        return tenant;
    }

    private boolean exist(KeysetName name) {
        Tenants known = tenants;
        return known != null && known.exist(name);
    }

    /** What decides. */
    public AccessPolicy policy() {
        return policy;
    }

    /** The trail of disclosures. */
    public DisclosureAudit audit() {
        return audit;
    }

    /** The region of telephone numbers without a country code, ISO 3166-1 alpha-2. */
    public String phoneRegion() {
        return phoneRegion;
    }

    /** What happens to changes of masked attributes without permission. */
    public MaskedWrites maskedWrites() {
        return maskedWrites;
    }

    /** What happens to native SQL on protected columns that would be refused. */
    public NativeSql nativeSql() {
        return nativeSql;
    }

    /** The door to plaintext, for entities of this persistence unit. */
    public LastMile lastMile() {
        return lastMile;
    }

    /** What is marked now. Read by the persistence unit while it is open. */
    public CurrentMarkings currentMarkings() {
        return currentMarkings;
    }

    /** Marks and unmarks masked attributes of this persistence unit. */
    public Markings markings() {
        return new DeclaredMarkings(this);
    }

    /** Collects what a {@link FieldveilRuntime} is made of. */
    public static final class Builder {

        private @Nullable Supplier<Keysets> keysets;
        private @Nullable DisclosureAudit audit;
        private AccessContextProvider contexts = AccessContextProvider.none();
        private AccessPolicy policy = AccessPolicy.standard();
        private Set<Purpose> purposes = Set.of();
        private String phoneRegion = "ZZ";
        private MaskedWrites maskedWrites = MaskedWrites.REFUSE;
        private CurrentMarkings markings = CurrentMarkings.initial();
        private int keptKeysets = FieldCipher.KEPT_KEYSETS;
        private NativeSql nativeSql = NativeSql.REFUSE;

        private Builder() {}

        /** The keysets. Required. */
        public Builder keysets(Keysets value) {
            return keysets(() -> value);
        }

        /** The keysets, made when the first value is sealed or opened. Required. */
        public Builder keysets(Supplier<Keysets> value) {
            keysets = value;
            return this;
        }

        /** The trail of disclosures. Required: without it nothing is disclosed. */
        public Builder audit(DisclosureAudit value) {
            audit = value;
            return this;
        }

        /** Where the caller is found if no scope is open. Default: nowhere. */
        public Builder accessContextProvider(AccessContextProvider value) {
            contexts = value;
            return this;
        }

        /** A policy; default {@link AccessPolicy#standard()}. */
        public Builder accessPolicy(AccessPolicy value) {
            policy = value;
            return this;
        }

        /** The purposes for which the last mile opens values, besides {@link Purpose#DATA_SUBJECT}. Default: none. */
        public Builder purposes(Set<Purpose> value) {
            purposes = Set.copyOf(value);
            return this;
        }

        /** The region of telephone numbers without a country code; default {@code ZZ}, which accepts none of them. */
        public Builder phoneRegion(String value) {
            phoneRegion = value;
            return this;
        }

        /** What happens to changes of masked attributes without permission; default {@link MaskedWrites#REFUSE}. */
        public Builder maskedWrites(MaskedWrites value) {
            maskedWrites = value;
            return this;
        }

        /** What is marked at run time; default: what the annotations say, for ever. */
        public Builder markings(CurrentMarkings value) {
            markings = value;
            return this;
        }

        /**
         * How many keysets of each kind stay opened in memory, 1 or more; default {@link FieldCipher#KEPT_KEYSETS}. Others
         * are read and unwrapped again when they are needed.
         */
        public Builder keptKeysets(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("keptKeysets is 1 or more");
            }
            keptKeysets = value;
            return this;
        }

        /** What happens to native SQL on protected columns that would be refused; default {@link NativeSql#REFUSE}. */
        public Builder nativeSql(NativeSql value) {
            nativeSql = value;
            return this;
        }

        /** Builds the runtime. */
        public FieldveilRuntime build() {
            return new FieldveilRuntime(this);
        }
    }

    /** Makes the keysets when they are first needed: before that there may be no schema to read them from. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private volatile @Nullable T made;

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public T get() {
            T present = made;
            if (present == null) {
                synchronized (this) {
                    present = made;
                    if (present == null) {
                        present = maker.get();
                        made = present;
                    }
                }
            }
            return present;
        }
    }

    /** The context of the caller, in the tenant that Hibernate names where the context names none. */
    private final class TenantContexts implements AccessContextProvider {
        private final AccessContextProvider callers;

        TenantContexts(AccessContextProvider callers) {
            this.callers = callers;
        }

        @Override
        public Optional<AccessContext> find() {
            return Optional.of(current());
        }

        @Override
        public AccessContext current() {
            AccessContext context = callers.current();
            Tenants known = tenants;
            if (known == null || !context.tenant().isEmpty()) {
                return context;
            }
            String tenant = known.current();
            return tenant.isEmpty() ? context : context.withTenant(tenant);
        }
    }

    /** Made when it is first needed, and never used without a tenant where there are tenants. */
    private final class TenantCipher implements FieldCipher {
        private final Once<FieldCipher> cipher;

        TenantCipher(Supplier<FieldCipher> maker) {
            cipher = new Once<>(maker);
        }

        @Override
        public SealedValue seal(String tenant, String domain, byte[] plaintext) {
            return cipher.get().seal(requireTenant(tenant), domain, plaintext);
        }

        @Override
        public byte[] open(String tenant, String domain, SealedValue sealed) {
            return cipher.get().open(requireTenant(tenant), domain, sealed);
        }
    }
}
