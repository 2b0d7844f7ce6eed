package org.loyalty4j.btyd;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.loyalty4j.PeriodUnit;
import org.loyalty4j.support.ReferenceTable;

class MbgNbdReferenceTest {
    private static final MbgNbd KIND = new MbgNbd(1, 1, 1, 1, PeriodUnit.YEAR);

    /** In line 113 the closed form has lost all its 60 digits; the right value is made as in {@link BgNbdReferenceTest}. */
    @Test
    void everySharedValue() {
        BetaGeometricReference.assertAll(KIND, ReferenceTable.shared("mbgnbd.csv"), Map.of(113, 2824.5697166515480453));
    }

    @Test
    void aShareOfThem() {
        BetaGeometricReference.assertAll(
                KIND, ReferenceTable.resource(MbgNbdReferenceTest.class, "mbgnbd.csv"), Map.of());
    }
}
