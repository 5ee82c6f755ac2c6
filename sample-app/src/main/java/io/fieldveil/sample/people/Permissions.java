package io.fieldveil.sample.people;

/** The permissions that the sample checks, always by these names and never by a role's. */
public final class Permissions {

    public static final String VIEW_DASHBOARD = "VIEW_DASHBOARD";
    public static final String VIEW_USER_PROFILE = "VIEW_USER_PROFILE";
    /** Sees masked values. */
    public static final String VIEW_PII = "VIEW_PII";

    public static final String CREATE_SEGMENT = "CREATE_SEGMENT";
    public static final String CAMPAIGN_MAKER = "CAMPAIGN_MAKER";
    public static final String CAMPAIGN_CHECKER = "CAMPAIGN_CHECKER";
    public static final String EXPORT_USERS = "EXPORT_USERS";
    public static final String UPDATE_DATA = "UPDATE_DATA";
    public static final String UPDATE_INTEGRATIONS = "UPDATE_INTEGRATIONS";
    public static final String UPDATE_TEAM = "UPDATE_TEAM";

    private Permissions() {}
}
