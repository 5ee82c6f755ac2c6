package io.fieldveil.hibernate.matrix.data;

import jakarta.data.repository.Repository;

@Repository
public interface MaskedRepository extends ContentRepository<MaskedRow> {}
