package io.fieldveil.sample.campaign;

import io.fieldveil.access.AccessContextProvider;
import io.fieldveil.access.AccessScope;
import io.fieldveil.access.Purpose;
import io.fieldveil.sample.contact.Contact;
import io.fieldveil.sample.contact.ContactRepository;
import io.fieldveil.sample.mail.Letter;
import io.fieldveil.sample.mail.PostOffice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends campaigns, and keeps what became of them. */
@Service
class CampaignService {

    private final CampaignRepository campaigns;
    private final DeliveryRepository deliveries;
    private final ContactRepository contacts;
    private final PostOffice post;
    private final AccessContextProvider callers;
    private final TransactionTemplate transaction;

    CampaignService(
            CampaignRepository campaigns,
            DeliveryRepository deliveries,
            ContactRepository contacts,
            PostOffice post,
            AccessContextProvider callers,
            PlatformTransactionManager transactions) {
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.post = post;
        this.callers = callers;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Campaign> list() {
        return campaigns.findAllByOrderByIdDesc();
    }

    Optional<Campaign> find(long id) {
        return campaigns.findById(id);
    }

    List<Delivery> deliveries(long campaign) {
        return deliveries.findByCampaign(campaign);
    }

    /**
     * Stores a campaign, sends it, stores the results. No transaction is open while mails are sent, as their number is
     * not bounded.
     *
     * @return the campaign's id
     */
    @SuppressWarnings("try") // the scope is there to be closed
    long send(CampaignForm form) {
        try (var scope = AccessScope.open(callers.current().withPurpose(Purpose.SEGMENTATION))) {
            var campaign = campaigns.save(new Campaign(
                    form.name(), form.segmentField(), form.segmentValue().strip(), form.subject(), form.body()));
            var segment = contacts.findAllById(segment(form));
            var results = post.sendAll(PostOffice.CAMPAIGN, segment, new Letter(form.subject(), form.body()));
            record(campaign, results);
            return campaign.id();
        }
    }

    private List<Long> segment(CampaignForm form) {
        String value = form.segmentValue().strip();
        return switch (form.segmentField()) {
            case CITY -> contacts.findMailableByCity(value);
            case EMAIL -> contacts.findMailableByEmail(value);
        };
    }

    private void record(Campaign campaign, Map<Contact, Optional<String>> results) {
        transaction.executeWithoutResult(status -> deliveries.saveAll(results.entrySet().stream()
                .map(result -> new Delivery(
                        campaigns.getReferenceById(campaign.id()),
                        contacts.getReferenceById(result.getKey().id()),
                        result.getValue().orElse(null)))
                .toList()));
    }
}
