package io.fieldveil.hibernate.matrix;

import io.fieldveil.hibernate.matrix.ElementEntities.OfBag;
import io.fieldveil.hibernate.matrix.ElementEntities.OfList;
import io.fieldveil.hibernate.matrix.ElementEntities.OfMap;
import io.fieldveil.hibernate.matrix.ElementEntities.OfNoBag;
import io.fieldveil.hibernate.matrix.ElementEntities.OfRecord;
import io.fieldveil.hibernate.matrix.ElementEntities.OfSide;
import io.fieldveil.hibernate.matrix.ShapeEntities.BareJoined;
import io.fieldveil.hibernate.matrix.ShapeEntities.BareSingle;
import io.fieldveil.hibernate.matrix.ShapeEntities.BareUnion;
import io.fieldveil.hibernate.matrix.ShapeEntities.JoinedLeaf;
import io.fieldveil.hibernate.matrix.ShapeEntities.JoinedRoot;
import io.fieldveil.hibernate.matrix.ShapeEntities.OfEmbedded;
import io.fieldveil.hibernate.matrix.ShapeEntities.OfGeneric;
import io.fieldveil.hibernate.matrix.ShapeEntities.OfNested;
import io.fieldveil.hibernate.matrix.ShapeEntities.OfSuperclass;
import io.fieldveil.hibernate.matrix.ShapeEntities.OfTwoEmbedded;
import io.fieldveil.hibernate.matrix.ShapeEntities.Outer;
import io.fieldveil.hibernate.matrix.ShapeEntities.PartOfJoined;
import io.fieldveil.hibernate.matrix.ShapeEntities.PartOfSingle;
import io.fieldveil.hibernate.matrix.ShapeEntities.PartOfUnion;
import io.fieldveil.hibernate.matrix.ShapeEntities.SingleLeaf;
import io.fieldveil.hibernate.matrix.ShapeEntities.SingleRoot;
import io.fieldveil.hibernate.matrix.ShapeEntities.UnionLeaf;
import io.fieldveil.hibernate.matrix.ShapeEntities.UnionRoot;
import io.fieldveil.hibernate.testing.TestDatabase;
import jakarta.persistence.InheritanceType;
import java.util.List;

/** Where an attribute can stand: superclasses, embeddables, hierarchies, kinds of access. */
abstract class MappingShapeRows extends ShapeRows {

    MappingShapeRows(TestDatabase server) {
        super("Mapping shapes", server);
        shape("mapped superclass", new FieldShape(OfSuperclass.class));
        shape("generic mapped superclass", new FieldShape(OfGeneric.class));
        shape("property access, quoted names", MethodShape.ofBean(ShapeEntities.ByProperty.class));
        shape("`@Access` of both kinds", MethodShape.ofBean(ShapeEntities.ByBoth.class));
        shape("`@Embedded`", new FieldShape(OfEmbedded.class, "part"), Six.Part.class);
        shape("the same embeddable twice, first", new FieldShape(OfTwoEmbedded.class, "first"));
        shape("the same embeddable twice, with overrides", new FieldShape(OfTwoEmbedded.class, "second"));
        shape("an embeddable within an embeddable", new FieldShape(OfNested.class, "outer.part"), Outer.class);
        shape(
                "an embeddable with `@DiscriminatorColumn`",
                new FieldShape(ShapeEntities.OfKinds.class, "part", ShapeEntities.Special.class),
                ShapeEntities.General.class,
                ShapeEntities.Special.class);
        shape("SINGLE_TABLE, in the root", new FieldShape(SingleLeaf.class), SingleRoot.class);
        leaf(InheritanceType.SINGLE_TABLE);
        shape("SINGLE_TABLE, embedded in a subclass", new FieldShape(PartOfSingle.class, "part"), BareSingle.class);
        shape("JOINED, in the root", new FieldShape(JoinedLeaf.class), JoinedRoot.class);
        leaf(InheritanceType.JOINED);
        shape("JOINED, embedded in a subclass", new FieldShape(PartOfJoined.class, "part"), BareJoined.class);
        shape("TABLE_PER_CLASS, in the root", new FieldShape(UnionLeaf.class), UnionRoot.class);
        leaf(InheritanceType.TABLE_PER_CLASS);
        shape("TABLE_PER_CLASS, embedded in a subclass", new FieldShape(PartOfUnion.class, "part"), BareUnion.class);
        shape("`@Column(table = …)` of a `@SecondaryTable`", new FieldShape(EntityMaker.beside("aside")));
        shape("embedded in a `@SecondaryTable`", new FieldShape(OfSide.class, "part"));
        shape(
                "record",
                new RecordShape(OfRecord.class, "part", ElementEntities.Values.class),
                ElementEntities.Values.class);
        elements("`@ElementCollection`, a List with `@OrderColumn`", new ElementShape(OfList.class, "listed"));
        shape(
                "`@ElementCollection`, a List without an order",
                Outcomes.works().refused("FV-104", Protection.REVEALED, Protection.ENCRYPTED),
                new ElementShape(OfBag.class, "bagged"),
                List.of(OfNoBag.class));
        elements("`@ElementCollection`, values of a Map", new ElementShape(OfMap.class, "mapped"));
    }

    private void leaf(InheritanceType strategy) {
        var root = EntityMaker.root(strategy);
        shape(strategy + ", in a subclass", new FieldShape(EntityMaker.leaf(root)), root);
    }

    private void elements(String name, Shape shape) {
        shape(
                name,
                Outcomes.works().refused("FV-104", Protection.REVEALED),
                shape,
                List.of(ElementEntities.OfRevealing.class));
    }
}
