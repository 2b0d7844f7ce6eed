package org.loyalty4j;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Holds the shape of the library: which package may know which, and what a public type looks like. */
class ArchitectureTest {
    private static final String ROOT = "org.loyalty4j";
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** The arrows: what each package may import beside the root, internal and itself. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("data", Set.of()),
            Map.entry("summary", Set.of("data")),
            Map.entry("rfm", Set.of("data", "summary")),
            Map.entry("churn", Set.of("data", "summary")),
            Map.entry("btyd", Set.of("data", "summary")),
            Map.entry("survey", Set.of("data")),
            Map.entry("ltv", Set.of("data", "summary", "churn", "btyd")),
            Map.entry("quadrant", Set.of("data", "summary", "rfm", "btyd", "survey")),
            Map.entry("effect", Set.of("data", "summary")),
            Map.entry("program", Set.of("data", "summary")),
            Map.entry(
                    "profile",
                    Set.of(
                            "data",
                            "summary",
                            "rfm",
                            "churn",
                            "btyd",
                            "survey",
                            "ltv",
                            "quadrant",
                            "effect",
                            "program")));

    private static final DescribedPredicate<JavaClass> PUBLIC_API = describe(
            "public API",
            type -> type.getPackageName().startsWith(ROOT)
                    && !type.getPackageName().startsWith(ROOT + ".internal")
                    && isPublicAllTheWayUp(type));

    private static boolean isPublicAllTheWayUp(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass()
                        .map(ArchitectureTest::isPublicAllTheWayUp)
                        .orElse(true);
    }

    @Test
    void everyPackageHasItsArrows() {
        classes()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".internal..")
                .should()
                .resideInAnyPackage(
                        ARROWS.keySet().stream().map(p -> ROOT + "." + p).toArray(String[]::new))
                .check(LIBRARY);
    }

    @Test
    void dataFlowsOneWay() {
        ARROWS.forEach((from, allowed) -> {
            String[] forbidden = ARROWS.keySet().stream()
                    .filter(to -> !to.equals(from) && !allowed.contains(to))
                    .map(to -> ROOT + "." + to + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + from + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .allowEmptyShould(true)
                    .check(LIBRARY);
        });
    }

    @Test
    void rootAndInternalKnowNoneOfThem() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT, ROOT + ".internal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ARROWS.keySet().stream().map(p -> ROOT + "." + p + "..").toArray(String[]::new))
                .check(LIBRARY);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(LIBRARY);
    }

    @Test
    void onlyInternalMathImportsCommonsMath() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".internal.math..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.math3..")
                .check(LIBRARY);
    }

    @Test
    void theLibraryRestsOnItsThreeDependenciesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        ROOT + "..",
                        "java..",
                        "org.apache.commons.math3..",
                        "com.google.common..",
                        "org.slf4j..",
                        "org.jspecify.annotations..")))
                .check(LIBRARY);
    }

    @Test
    void publicSignaturesShowOnlyTheJdkAndOurOwnPublicTypes() {
        classes()
                .that(PUBLIC_API)
                .should(new ArchCondition<>("show only java.* and public org.loyalty4j types") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMembers().stream()
                                .filter(ArchitectureTest::isApi)
                                .forEach(member -> shown(member)
                                        .filter(shown -> !isPresentable(shown.getBaseComponentType()))
                                        .forEach(shown -> events.add(SimpleConditionEvent.violated(
                                                member, member.getFullName() + " shows " + shown.getName()))));
                    }
                })
                .check(LIBRARY);
    }

    private static boolean isApi(JavaMember member) {
        return !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                && (member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED));
    }

    private static java.util.stream.Stream<JavaClass> shown(JavaMember member) {
        List<JavaClass> shown = new ArrayList<>(member.getAllInvolvedRawTypes());
        if (member instanceof JavaCodeUnit codeUnit) {
            codeUnit.getExceptionTypes().forEach(thrown -> shown.add(thrown.toErasure()));
        }
        return shown.stream();
    }

    private static boolean isPresentable(JavaClass type) {
        return type.isPrimitive() || type.getPackageName().startsWith("java.") || PUBLIC_API.test(type);
    }

    @Test
    void nothingReadsAClockADefaultZoneOrHiddenRandomness() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "it reads the machine's clock, zone or a hidden seed", call -> isHiddenInput(call.getTarget())))
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocalRandom.class)
                .check(LIBRARY);
    }

    private static boolean isHiddenInput(AccessTarget.MethodCallTarget target) {
        JavaClass owner = target.getOwner();
        return switch (target.getName()) {
            case "now" ->
                List.of(LocalDate.class, Instant.class, LocalDateTime.class, ZonedDateTime.class).stream()
                        .anyMatch(owner::isEquivalentTo);
            case "systemDefault" -> owner.isEquivalentTo(ZoneId.class);
            case "systemUTC", "systemDefaultZone" -> owner.isEquivalentTo(Clock.class);
            case "currentTimeMillis", "nanoTime" -> owner.isEquivalentTo(System.class);
            case "random" -> owner.isEquivalentTo(Math.class) || owner.isEquivalentTo(StrictMath.class);
            default -> false;
        };
    }

    @Test
    void nothingPrints() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(LIBRARY);
    }

    @Test
    void transcendentalFunctionsAreTheStrictOnes() {
        // Those of Math may differ in the last bit from one machine to the next.
        Set<String> inexact = Set.of(
                "exp", "log", "pow", "log10", "log1p", "expm1", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
                "sinh", "cosh", "tanh", "cbrt", "hypot");
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "it is a function of Math whose last bit may vary",
                        call -> call.getTargetOwner().isEquivalentTo(Math.class)
                                && inexact.contains(call.getTarget().getName())))
                .check(LIBRARY);
    }

    @Test
    void publicTypesAreFinalOrSealedOrInterfaces() {
        classes()
                .that(PUBLIC_API)
                .and()
                .areNotInterfaces()
                .and(describe("are no enums, whose constants may have bodies", type -> !type.isEnum()))
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(LIBRARY);
    }

    @Test
    void publicTypesAreSerializable() {
        classes()
                .that(PUBLIC_API)
                .and()
                .areNotInterfaces()
                .and(describe("are no builders", type -> !type.getSimpleName().endsWith("Builder")))
                .and(describe("can be made", type -> !isUtility(type)))
                .should()
                .beAssignableTo(Serializable.class)
                .check(LIBRARY);
    }

    private static boolean isUtility(JavaClass type) {
        return type.getMethods().stream()
                .allMatch(method -> method.getModifiers().contains(JavaModifier.STATIC));
    }

    @Test
    void accessorsAreNotGetters() {
        methods()
                .that()
                .areDeclaredInClassesThat(PUBLIC_API)
                .and()
                .arePublic()
                .and(describe("are not List.get", method -> !isListGet(method)))
                .should(new ArchCondition<>("not be named getX") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (method.getName().matches("get([A-Z].*)?")) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is a getter"));
                        }
                    }
                })
                .check(LIBRARY);
    }

    private static boolean isListGet(JavaMethod method) {
        return method.getName().equals("get") && assignableTo(List.class).test(method.getOwner());
    }
}
