package io.fieldveil.sample.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A campaign as it is typed.
 *
 * @param segmentValue the city, or the address in any spelling
 * @param body plain text; {@code {firstName}} becomes the contact's first name
 */
record CampaignForm(
        @NotBlank @Size(max = 200) String name,
        @NotNull SegmentField segmentField,
        @NotBlank @Size(max = 200) String segmentValue,
        @NotBlank @Size(max = 200) String subject,
        @NotBlank @Size(max = 10_000) String body) {

    static final CampaignForm EXAMPLE = new CampaignForm(
            "Autumn",
            SegmentField.CITY,
            "Berlin",
            "Something for you, {firstName}",
            "Hello {firstName},\n\nthe days grow shorter, our shop stays open.\n");

    /** Names the kind of thing only: the segment's value can be an address. */
    @Override
    public String toString() {
        return "CampaignForm[]";
    }
}
