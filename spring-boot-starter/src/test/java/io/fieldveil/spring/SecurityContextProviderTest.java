package io.fieldveil.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldveil.access.AccessContext;
import io.fieldveil.access.AccessScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class SecurityContextProviderTest {

    private final SecurityContextProvider provider = new SecurityContextProvider();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void caller_signedIn_hasItsAuthoritiesAsPermissions() {
        signIn(UsernamePasswordAuthenticationToken.authenticated(
                "ann", "", AuthorityUtils.createAuthorityList("VIEW_PII", "ROLE_ADMIN")));
        assertThat(provider.current()).isEqualTo(AccessContext.of("ann", "VIEW_PII", "ROLE_ADMIN"));
    }

    @Test
    void caller_notAuthenticatedYet_isNobody() {
        signIn(UsernamePasswordAuthenticationToken.unauthenticated("ann", "secret"));
        assertThat(provider.current()).isEqualTo(AccessContext.nobody());
    }

    @Test
    void caller_anonymous_isNobodyWhateverItsAuthorities() {
        signIn(new AnonymousAuthenticationToken("key", "guest", AuthorityUtils.createAuthorityList("VIEW_PII")));
        assertThat(provider.current()).isEqualTo(AccessContext.nobody());
    }

    @Test
    void caller_none_isNobody() {
        assertThat(provider.current()).isEqualTo(AccessContext.nobody());
    }

    @Test
    @SuppressWarnings("try") // the scope is there to be closed
    void scope_open_comesFirst() {
        signIn(UsernamePasswordAuthenticationToken.authenticated("ann", "", AuthorityUtils.NO_AUTHORITIES));
        var job = AccessContext.of("nightly-job");
        try (var scope = AccessScope.open(job)) {
            assertThat(provider.current()).isEqualTo(job);
        }
    }

    private static void signIn(Authentication caller) {
        SecurityContextHolder.getContext().setAuthentication(caller);
    }
}
