package io.fieldveil.sample.people;

import static io.fieldveil.sample.people.Permissions.CAMPAIGN_CHECKER;
import static io.fieldveil.sample.people.Permissions.CAMPAIGN_MAKER;
import static io.fieldveil.sample.people.Permissions.CREATE_SEGMENT;
import static io.fieldveil.sample.people.Permissions.EXPORT_USERS;
import static io.fieldveil.sample.people.Permissions.UPDATE_DATA;
import static io.fieldveil.sample.people.Permissions.UPDATE_INTEGRATIONS;
import static io.fieldveil.sample.people.Permissions.UPDATE_TEAM;
import static io.fieldveil.sample.people.Permissions.VIEW_DASHBOARD;
import static io.fieldveil.sample.people.Permissions.VIEW_PII;
import static io.fieldveil.sample.people.Permissions.VIEW_USER_PROFILE;

import io.fieldveil.access.AccessContext;
import java.util.List;

/** The two people who can sign in. Their passwords are public: they stand on the sign-in page. */
public enum DemoUser {
    ADMIN(
            "admin",
            "admin-demo",
            List.of(
                    VIEW_DASHBOARD,
                    VIEW_USER_PROFILE,
                    VIEW_PII,
                    CREATE_SEGMENT,
                    CAMPAIGN_MAKER,
                    CAMPAIGN_CHECKER,
                    EXPORT_USERS,
                    UPDATE_DATA,
                    UPDATE_INTEGRATIONS,
                    UPDATE_TEAM)),
    VIEWER("viewer", "viewer-demo", List.of(VIEW_DASHBOARD, VIEW_USER_PROFILE));

    private final String login;
    private final String password;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> permissions;

    DemoUser(String login, String password, List<String> permissions) {
        this.login = login;
        this.password = password;
        this.permissions = permissions;
    }

    public String login() {
        return login;
    }

    public String password() {
        return password;
    }

    public List<String> permissions() {
        return permissions;
    }

    /** What Fieldveil knows of this person when she is signed in. */
    public AccessContext context() {
        return AccessContext.of(login, permissions.toArray(String[]::new));
    }
}
