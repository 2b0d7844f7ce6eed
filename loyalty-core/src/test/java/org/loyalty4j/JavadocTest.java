package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Everything public says what it is: a sentence, every parameter, and what comes back. */
class JavadocTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void everythingPublicIsDocumented() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SOURCES)) {
            files = all.filter(file -> file.toString().endsWith(".java")).toList();
        }
        assertThat(files).hasSizeGreaterThan(20);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> missing = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree file : task.parse()) {
                new Inspector(docs, missing).scan(file, null);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static final class Inspector extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private final List<String> missing;

        Inspector(DocTrees docs, List<String> missing) {
            this.docs = docs;
            this.missing = missing;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (!isApi(type.getModifiers())) {
                return null;
            }
            DocCommentTree doc = comment(type.getSimpleName().toString());
            if (doc != null && type.getKind() == Tree.Kind.RECORD) {
                Set<String> components = type.getMembers().stream()
                        .filter(member -> member instanceof VariableTree field
                                && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                        .map(member -> ((VariableTree) member).getName().toString())
                        .collect(Collectors.toCollection(TreeSet::new));
                compareParameters(doc, components, type.getSimpleName().toString());
            }
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            boolean constructor = method.getReturnType() == null;
            boolean canonical = constructor && enclosing().getKind() == Tree.Kind.RECORD;
            if (!isApi(method.getModifiers()) || isOverride(method.getModifiers()) || canonical) {
                return null;
            }
            DocCommentTree doc = comment(method.getName().toString());
            if (doc == null) {
                return null;
            }
            Set<String> expected = method.getParameters().stream()
                    .map(parameter -> parameter.getName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            for (TypeParameterTree parameter : method.getTypeParameters()) {
                expected.add("<" + parameter.getName() + ">");
            }
            compareParameters(doc, expected, method.getName().toString());
            boolean returns = !constructor && !method.getReturnType().toString().equals("void");
            if (!isInternal() && returns != has(doc, DocTree.Kind.RETURN)) {
                report(method.getName() + (returns ? " lacks @return" : " has a needless @return"));
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree field, Void none) {
            boolean constant = field.getModifiers().getFlags().containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC));
            if (constant && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
                comment(field.getName().toString());
            }
            return null;
        }

        private ClassTree enclosing() {
            return (ClassTree) getCurrentPath().getParentPath().getLeaf();
        }

        private boolean isApi(ModifiersTree modifiers) {
            TreePath parent = getCurrentPath().getParentPath();
            boolean inInterface = parent.getLeaf().getKind() == Tree.Kind.INTERFACE;
            return (inInterface && !modifiers.getFlags().contains(Modifier.PRIVATE))
                    || modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED);
        }

        private static boolean isOverride(ModifiersTree modifiers) {
            return modifiers.getAnnotations().stream()
                    .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
        }

        private DocCommentTree comment(String name) {
            DocCommentTree doc = docs.getDocCommentTree(getCurrentPath());
            if (doc == null || doc.getFirstSentence().isEmpty()) {
                report(name + " has no comment");
            }
            return doc;
        }

        private void compareParameters(DocCommentTree doc, Set<String> expected, String name) {
            if (isInternal()) {
                return;
            }
            Set<String> documented = new TreeSet<>();
            for (DocTree tag : doc.getBlockTags()) {
                if (tag instanceof ParamTree parameter) {
                    String text = parameter.getName().getName().toString();
                    documented.add(parameter.isTypeParameter() ? "<" + text + ">" : text);
                    if (parameter.getDescription().isEmpty()) {
                        report(name + " says nothing of " + text);
                    }
                }
            }
            if (!documented.equals(expected)) {
                report(name + " has parameters " + expected + " but documents " + documented);
            }
        }

        private boolean has(DocCommentTree doc, DocTree.Kind kind) {
            return doc.getBlockTags().stream().anyMatch(tag -> tag.getKind() == kind);
        }

        private boolean isInternal() {
            return getCurrentPath()
                    .getCompilationUnit()
                    .getSourceFile()
                    .toUri()
                    .getPath()
                    .contains("/internal/");
        }

        private void report(String problem) {
            CompilationUnitTree file = getCurrentPath().getCompilationUnit();
            long at = docs.getSourcePositions()
                    .getStartPosition(file, getCurrentPath().getLeaf());
            missing.add(Path.of(file.getSourceFile().toUri()).getFileName() + ":"
                    + file.getLineMap().getLineNumber(at) + " " + problem);
        }
    }
}
