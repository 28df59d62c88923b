package org.personalize.cli;
import java.io.IOException;
import picocli.CommandLine.Command;
@Command(name="explain")
final class ExplainCommand extends OneCampaignCommand { ExplainCommand(Door door){super(door);} @Override public Integer call() throws IOException { return 0; } }
