package org.loyalty4j.cli.input;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns option values into settings, with a plain message when that fails. */
final class Converters {
    private Converters() {}

    private abstract static class Plain<T> implements ITypeConverter<T> {
        private final Function<String, T> parser;

        Plain(Function<String, T> parser) {
            this.parser = parser;
        }

        @Override
        public T convert(String value) {
            try {
                return parser.apply(value);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(String.valueOf(wrong.getMessage()));
            }
        }
    }

    static final class ToDelimiter extends Plain<Delimiter> {
        ToDelimiter() {
            super(Delimiter::parse);
        }
    }

    static final class ToCharset extends Plain<Charset> {
        ToCharset() {
            super(FileFormat::charset);
        }
    }

    static final class ToZone extends Plain<ZoneId> {
        ToZone() {
            super(FileFormat::zone);
        }
    }

    static final class ToDatePattern extends Plain<String> {
        ToDatePattern() {
            super(pattern -> {
                DateParser.check(pattern);
                return pattern;
            });
        }
    }

    static final class ToTransactionColumns extends Plain<Columns> {
        ToTransactionColumns() {
            super(spec -> Columns.parse(Table.TRANSACTIONS, spec));
        }
    }

    static final class ToSurveyColumns extends Plain<Columns> {
        ToSurveyColumns() {
            super(spec -> Columns.parse(Table.SURVEYS, spec));
        }
    }

    static final class ToCustomerColumns extends Plain<Columns> {
        ToCustomerColumns() {
            super(spec -> Columns.parse(Table.CUSTOMERS, spec));
        }
    }

    static final class ToSettings extends Plain<FormatSettings> {
        ToSettings() {
            super(FormatSettings::parse);
        }
    }
}
