package org.loyalty4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.loyalty4j.support.Samples;

/** A null is refused by every public method and constructor, by the name of the parameter. */
class NullArgumentsTest {

    @Test
    void everyParameterThatMayNotBeNullSaysItsName() throws ReflectiveOperationException {
        Map<Class<?>, Object> receivers = new LinkedHashMap<>();
        Stream.of(Samples.withEquality(), Samples.withoutEquality(), Samples.builders())
                .flatMap(List::stream)
                .forEach(sample -> receivers.putIfAbsent(sample.getClass(), sample));
        List<String> problems = new ArrayList<>();
        int calls = 0;
        for (Map.Entry<Class<?>, Object> entry : receivers.entrySet()) {
            Class<?> type = entry.getKey();
            if (type.getPackageName().endsWith("internal")) {
                continue;
            }
            for (Constructor<?> constructor : type.getConstructors()) {
                calls += inspect(constructor, constructor::newInstance, problems, receivers);
            }
            for (Method method : type.getDeclaredMethods()) {
                boolean own = Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()
                        && !method.getName().equals("equals");
                if (own) {
                    calls += inspect(
                            method, arguments -> method.invoke(entry.getValue(), arguments), problems, receivers);
                }
            }
        }
        assertThat(problems).isEmpty();
        assertThat(calls).isGreaterThan(80);
    }

    private interface Call {
        @Nullable
        Object with(@Nullable Object... arguments) throws ReflectiveOperationException;
    }

    private static int inspect(Executable target, Call call, List<String> problems, Map<Class<?>, Object> samples)
            throws ReflectiveOperationException {
        Parameter[] parameters = target.getParameters();
        int calls = 0;
        for (int p = 0; p < parameters.length; p++) {
            boolean nullable = parameters[p].getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (parameters[p].getType().isPrimitive() || nullable) {
                continue;
            }
            Object[] arguments = new Object[parameters.length];
            for (int i = 0; i < parameters.length; i++) {
                arguments[i] = i == p ? null : argument(parameters[i], samples);
            }
            String name = target.getDeclaringClass().getSimpleName() + "." + target.getName() + "("
                    + parameters[p].getName() + ")";
            calls++;
            try {
                call.with(arguments);
                problems.add(name + " takes null");
            } catch (InvocationTargetException e) {
                Throwable thrown = e.getCause();
                if (!(thrown instanceof NullPointerException)
                        || !String.valueOf(thrown.getMessage()).contains(parameters[p].getName())) {
                    problems.add(name + " throws " + thrown);
                }
            }
        }
        return calls;
    }

    private static Object argument(Parameter parameter, Map<Class<?>, Object> samples) {
        Class<?> type = parameter.getType();
        if (type.isEnum()) {
            return Array.get(type.getEnumConstants(), 0);
        }
        if (type == Function.class) {
            return Proxy.newProxyInstance(
                    NullArgumentsTest.class.getClassLoader(), new Class<?>[] {Function.class}, (p, m, a) -> null);
        }
        if (type == List.class) {
            String elements = parameter.getParameterizedType().getTypeName();
            return elements.contains("PurchaseSummary")
                    ? Samples.SUMMARIES
                    : elements.contains("RfmScore") ? Samples.SCORES.scores() : List.of();
        }
        Object sample = samples.getOrDefault(type, Samples.ARGUMENTS.get(type));
        return Objects.requireNonNull(sample, () -> "no sample of " + type);
    }
}
