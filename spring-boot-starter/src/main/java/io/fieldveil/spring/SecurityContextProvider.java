package io.fieldveil.spring;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessContextProvider;
import io.fieldveil.access.Purpose;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The caller as Spring Security knows it: the authentication's name, and its authorities as permissions, letter by
 * letter. Who is anonymous is nobody.
 */
final class SecurityContextProvider implements AccessContextProvider {

    @Override
    public Optional<AccessContext> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(caller -> !(caller instanceof AnonymousAuthenticationToken))
                .map(SecurityContextProvider::context);
    }

    private static AccessContext context(Authentication caller) {
        var permissions = caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new AccessContext(caller.getName(), permissions, Purpose.NONE, "");
    }
}
