package org.hqccp.cli;

import picocli.CommandLine.IVersionProvider;

/** The version the jar carries. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"hqccp " + (version == null ? "(not packaged)" : version)};
    }
}
