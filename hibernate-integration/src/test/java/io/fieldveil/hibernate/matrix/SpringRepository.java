package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.matrix.data.ClientRow;
import io.fieldveil.hibernate.matrix.data.ContentRow;
import io.fieldveil.hibernate.matrix.data.CoveredRow;
import io.fieldveil.hibernate.matrix.data.EncryptedRow;
import io.fieldveil.hibernate.matrix.data.HashedRow;
import io.fieldveil.hibernate.matrix.data.MaskedRow;
import io.fieldveil.hibernate.matrix.data.RevealedRow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;

/** What a Spring Data repository derives and declares about one protected attribute. */
@NoRepositoryBean
interface SpringRepository<E extends ContentRow> extends JpaRepository<E, Long>, JpaSpecificationExecutor<E> {

    interface ForHashed extends SpringRepository<HashedRow> {}

    interface ForRevealed extends SpringRepository<RevealedRow> {}

    interface ForCovered extends SpringRepository<CoveredRow> {}

    interface ForMasked extends SpringRepository<MaskedRow> {}

    interface ForEncrypted extends SpringRepository<EncryptedRow> {}

    interface ForClient extends SpringRepository<ClientRow> {}

    /** An interface projection. */
    interface View {
        String getContent();
    }

    /** A class-based projection. */
    record Copy(String note, String content) {}

    List<E> findByContentOrderByNote(String content);

    List<E> findByContentInOrderByNote(Collection<String> contents);

    List<E> findByContentNotOrderByNote(String content);

    List<E> findByContentIsNull();

    List<E> findByContentIsNotNullOrderByNote();

    List<E> findByContentAndNote(String content, String note);

    Optional<E> findFirstByContentOrderByNoteDesc(String content);

    boolean existsByContent(String content);

    long countByContent(String content);

    long deleteByContent(String content);

    List<E> removeByContent(String content);

    List<E> findByContentLikeOrderByNote(String pattern);

    List<E> findByContentContainingOrderByNote(String part);

    List<E> findByContentStartingWithOrderByNote(String start);

    List<E> findByContentIgnoreCaseOrderByNote(String content);

    List<E> findByContentGreaterThanOrderByNote(String content);

    List<E> findByContentBetweenOrderByNote(String from, String to);

    List<E> findByNoteLessThanOrderByContentDesc(String note);

    List<E> findByNoteLessThan(String note, Sort sort);

    Page<E> findPageByContent(String content, Pageable page);

    Slice<E> findSliceByContent(String content, Pageable page);

    Window<E> findFirst1ByContentOrderByNote(String content, ScrollPosition position);

    Window<E> findFirst1ByNoteLessThanOrderByContent(String note, ScrollPosition position);

    Stream<E> streamByContentOrderByNote(String content);

    List<View> findViewsByNoteLessThanOrderByNote(String note);

    List<Copy> findCopiesByNoteLessThanOrderByNote(String note);

    <T> List<T> findByNoteLessThanOrderByNote(String note, Class<T> type);

    @Query("select e from #{#entityName} e where e.content = :content order by e.note")
    List<E> queried(String content);

    @Query("select e.content from #{#entityName} e where e.note < 'c' order by e.note")
    List<String> contents();

    @NativeQuery("select content from #{#entityName} where note = 'a'")
    List<Object> columns();

    @Modifying
    @Query("update #{#entityName} e set e.content = :content where e.note = 'a'")
    int change(String content);

    @Modifying
    @Query("delete from #{#entityName} e where e.content = :content")
    int purge(String content);
}
