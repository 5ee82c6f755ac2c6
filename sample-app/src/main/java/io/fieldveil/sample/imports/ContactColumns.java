package io.fieldveil.sample.imports;

import java.util.List;

/** The columns of a file of contacts, in their order. */
final class ContactColumns {

    static final String USER_ID = "user_id";
    static final String EMAIL = "email";
    static final String PHONE = "phone";
    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";
    static final String BIRTH_DATE = "birth_date";
    static final String GENDER = "gender";
    static final String COMPANY = "company";
    static final String CITY = "city";
    static final String PASSPORT_NUMBER = "passport_number";
    static final String EMAIL_OPT_IN = "email_opt_in";
    static final String SMS_OPT_IN = "sms_opt_in";
    static final String WHATSAPP_OPT_IN = "whatsapp_opt_in";

    static final List<String> ALL = List.of(
            USER_ID,
            EMAIL,
            PHONE,
            FIRST_NAME,
            LAST_NAME,
            BIRTH_DATE,
            GENDER,
            COMPANY,
            CITY,
            PASSPORT_NUMBER,
            EMAIL_OPT_IN,
            SMS_OPT_IN,
            WHATSAPP_OPT_IN);

    private ContactColumns() {}
}
