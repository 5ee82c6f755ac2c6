package io.fieldveil.sample.campaign;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface DeliveryRepository extends JpaRepository<Delivery, Long> {
    @Query("select d from Delivery d join fetch d.contact where d.campaign.id = :campaign order by d.id")
    List<Delivery> findByCampaign(long campaign);
}
