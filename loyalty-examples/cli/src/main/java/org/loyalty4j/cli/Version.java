package org.loyalty4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version as Maven packed it. */
final class Version implements IVersionProvider {
    private static final String PROPERTIES = "/META-INF/maven/org.loyalty4j/loyalty-cli/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(PROPERTIES)) {
            if (in != null) {
                properties.load(in);
            }
        }
        return new String[] {"loyalty " + properties.getProperty("version", "(not packaged)")};
    }
}
