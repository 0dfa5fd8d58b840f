package io.github.streamingimage.localrun;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The part of the help that says what each fault does. */
final class FaultList {

    private static final String SECTION = "faultList";
    private static final int NAME_COLUMNS = 20;

    private FaultList() {}

    static void addTo(CommandLine commandLine) {
        commandLine.getHelpSectionMap().put(SECTION, FaultList::render);
        List<String> sections = new ArrayList<>(commandLine.getHelpSectionKeys());
        sections.add(sections.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER), SECTION);
        commandLine.setHelpSectionKeys(sections);
    }

    private static String render(Help help) {
        int width = help.commandSpec().usageMessage().width();
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(NAME_COLUMNS, 2, Column.Overflow.SPAN),
                new Column(width - NAME_COLUMNS, 0, Column.Overflow.WRAP));
        for (NamedFault fault : NamedFault.values()) {
            table.addRowValues(fault.option() + ":", fault.description());
        }
        return help.createHeading("%n@|bold The faults|@%n") + table;
    }
}
