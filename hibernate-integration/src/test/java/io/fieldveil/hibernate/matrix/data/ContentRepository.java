package io.fieldveil.hibernate.matrix.data;

import jakarta.data.Order;
import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.repository.By;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.OrderBy;
import jakarta.data.repository.Query;
import jakarta.data.repository.Save;
import jakarta.data.repository.Update;
import java.util.List;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.Pattern;

/** What a Jakarta Data repository derives and declares about one protected attribute. */
public interface ContentRepository<E extends ContentRow> {

    @Find
    @OrderBy("note")
    List<E> having(String content);

    @Find
    @OrderBy("note")
    List<E> havingOneOf(List<String> content);

    @Find
    @OrderBy("note")
    List<E> like(@Pattern String content);

    @Find
    List<E> noted(String note);

    @Find
    @OrderBy("content")
    List<E> ordered();

    @Find
    Page<E> paged(String content, PageRequest page, Order<E> order);

    @Find
    CursoredPage<E> cursored(String content, PageRequest page, Order<E> order);

    @Query("where content = :content order by note")
    List<E> queried(String content);

    @HQL("where content like :pattern order by note")
    List<E> queriedLike(String pattern);

    @Insert
    void insert(E row);

    @Update
    void update(E row);

    @Save
    void save(E row);

    @Delete
    void delete(E row);

    @Delete
    long deleteAll(@By("content") String content);
}
