package io.fieldveil.hibernate;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.internal.BytecodeProviderInitiator;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Found by ServiceLoader: enhances the classes within {@link EnhancedEntities}, and those of the matrix, as they are loaded, as a container would.
 * Before any test is discovered, because looking at the methods of a test class loads the classes that they name.
 */
public final class Enhancement implements LauncherSessionListener {

    private static final List<String> PREFIXES = List.of(
            EnhancedEntities.class.getName().replace('.', '/') + "$", "io/fieldveil/hibernate/matrix/EnhancedShapes$");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        ByteBuddyAgent.install().addTransformer(new Transformer());
    }

    private static final class Transformer implements ClassFileTransformer {

        private final Enhancer enhancer =
                BytecodeProviderInitiator.buildDefaultBytecodeProvider().getEnhancer(new DefaultEnhancementContext());

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String name,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (name == null || PREFIXES.stream().noneMatch(name::startsWith)) {
                return null;
            }
            String dotted = name.replace('/', '.');
            enhancer.discoverTypes(dotted, bytes);
            return enhancer.enhance(dotted, bytes);
        }
    }
}
