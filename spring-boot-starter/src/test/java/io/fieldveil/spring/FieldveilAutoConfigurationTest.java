package io.fieldveil.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessContextProvider;
import io.fieldveil.access.AccessPolicy;
import io.fieldveil.audit.DisclosureAudit;
import io.fieldveil.crypto.CryptoCounter;
import io.fieldveil.crypto.FieldCipher;
import io.fieldveil.hibernate.FieldveilRuntime;
import io.fieldveil.hibernate.FieldveilSettings;
import io.fieldveil.hibernate.MaskedWrites;
import io.fieldveil.hibernate.NativeSql;
import io.fieldveil.keyset.KeyEncryptionKeySource;
import io.fieldveil.keyset.KeysetStore;
import io.fieldveil.keyset.Keysets;
import io.fieldveil.lastmile.LastMile;
import io.fieldveil.marking.MarkingStore;
import io.fieldveil.marking.Markings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;

class FieldveilAutoConfigurationTest {

    @TempDir
    Path folder;

    @Test
    void beans_withDevelopmentKey_areThereOnceEach() {
        Starts.withDevelopmentKey(folder)
                .run(context -> assertThat(context)
                        .hasSingleBean(KeyEncryptionKeySource.class)
                        .hasSingleBean(KeysetStore.class)
                        .hasSingleBean(Keysets.class)
                        .hasSingleBean(DisclosureAudit.class)
                        .hasSingleBean(AccessContextProvider.class)
                        .hasSingleBean(AccessPolicy.class)
                        .hasSingleBean(FieldveilRuntime.class)
                        .hasSingleBean(LastMile.class)
                        .hasSingleBean(MarkingStore.class)
                        .hasSingleBean(Markings.class)
                        .hasSingleBean(CryptoCounter.class)
                        .hasSingleBean(HibernatePropertiesCustomizer.class));
    }

    @Test
    void autoConfiguration_withoutDataSource_stepsBack() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(FieldveilAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(Keysets.class));
    }

    @Test
    void beans_declaredByTheApplication_takeTheirPlace() {
        AccessPolicy policy = AccessPolicy.standard();
        var source = KeyEncryptionKeySource.development(folder);
        Starts.withoutSettings()
                .withBean(AccessPolicy.class, () -> policy)
                .withBean(KeyEncryptionKeySource.class, () -> source)
                .run(context -> {
                    assertThat(context).getBean(AccessPolicy.class).isSameAs(policy);
                    assertThat(context).getBean(KeyEncryptionKeySource.class).isSameAs(source);
                });
    }

    @Test
    void keysets_ofTheContext_areKeptWrappedInTheDataSource() {
        Starts.withDevelopmentKey(folder).run(context -> {
            var cipher = FieldCipher.searchable(context.getBean(Keysets.class), new CryptoCounter());
            var sealed = cipher.seal("", "email", "alice@example.org".getBytes(StandardCharsets.UTF_8));
            assertThat(new String(cipher.open("", "email", sealed), StandardCharsets.UTF_8))
                    .isEqualTo("alice@example.org");
            var rows = new JdbcTemplate(context.getBean(DataSource.class))
                    .queryForObject("select count(*) from fieldveil_keyset", Integer.class);
            assertThat(rows).isEqualTo(1);
        });
    }

    @Test
    void hibernate_underTheRuntimeSetting_getsTheBean() {
        Starts.withDevelopmentKey(folder).run(context -> {
            var properties = new HashMap<String, Object>();
            context.getBean(HibernatePropertiesCustomizer.class).customize(properties);
            assertThat(properties).containsEntry(FieldveilSettings.RUNTIME, context.getBean(FieldveilRuntime.class));
        });
    }

    @Test
    void runtime_fromSettings_hasThem() {
        Starts.withDevelopmentKey(folder)
                .withPropertyValues(
                        "fieldveil.phone-region=DE", "fieldveil.masked-writes=ignore", "fieldveil.native-sql=allow")
                .run(context -> {
                    var runtime = context.getBean(FieldveilRuntime.class);
                    assertThat(runtime.phoneRegion()).isEqualTo("DE");
                    assertThat(runtime.maskedWrites()).isEqualTo(MaskedWrites.IGNORE);
                    assertThat(runtime.nativeSql()).isEqualTo(NativeSql.ALLOW);
                });
    }

    @Test
    void caller_withSpringSecurity_isWhoSignedIn() {
        Starts.withDevelopmentKey(folder)
                .run(context -> assertThat(context)
                        .getBean(AccessContextProvider.class)
                        .isInstanceOf(SecurityContextProvider.class));
    }

    @Test
    void caller_withoutSpringSecurity_isNobody() {
        Starts.withDevelopmentKey(folder)
                .withClassLoader(new FilteredClassLoader(SecurityContextHolder.class))
                .run(context -> {
                    var provider = context.getBean(AccessContextProvider.class);
                    assertThat(provider.find()).isEqualTo(Optional.empty());
                    assertThat(provider.current()).isEqualTo(AccessContext.nobody());
                });
    }
}
