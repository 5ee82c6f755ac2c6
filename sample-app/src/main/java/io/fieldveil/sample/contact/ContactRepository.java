package io.fieldveil.sample.contact;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Contacts in the database. Addresses and numbers are asked for in plaintext, whatever their columns hold. */
public interface ContactRepository extends JpaRepository<Contact, Long> {

    /** Every spelling of an address finds it; what is no address finds nobody. */
    Page<Contact> findByEmail(String email, Pageable page);

    /** Every spelling of a number finds it; what is no number finds nobody. */
    Page<Contact> findByPhone(String phone, Pageable page);

    /** Who has both. */
    Page<Contact> findByEmailAndPhone(String email, String phone, Pageable page);

    Optional<Contact> findByUserId(String userId);

    @Query("select c.userId from Contact c where c.userId in :userIds")
    Set<String> findUserIdsAmong(Collection<String> userIds);

    @Query("select c.id from Contact c where c.city = :city and c.emailOptIn order by c.id")
    List<Long> findMailableByCity(String city);

    @Query("select c.id from Contact c where c.email = :email and c.emailOptIn order by c.id")
    List<Long> findMailableByEmail(String email);
}
