package deltadesk.streaming;

import deltadesk.definition.DefinitionException;
import deltadesk.definition.ResolvedDefinition;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The definitions of the packs that the job was given. */
final class PackDefinitions {
    private PackDefinitions() {}

    /** What a pack is called as long as its definition is not read. */
    static String folderName(Path packFolder) {
        return packFolder.toAbsolutePath().normalize().getFileName().toString();
    }

    /**
     * By the packs' names, in the order given, without those that cannot be used: they have failed.
     * Throws {@link DefinitionException} when a pack is given twice.
     */
    static Map<String, ResolvedDefinition> read(JobArguments arguments, RunningPacks running) {
        Map<String, ResolvedDefinition> definitions = new LinkedHashMap<>();
        for (Path folder : arguments.packFolders()) {
            ResolvedDefinition[] read = {null};
            running.attempt(folderName(folder),
                    () -> read[0] = ResolvedDefinition.read(folder, arguments.choices()));
            if (read[0] != null && definitions.put(read[0].stream().pack(), read[0]) != null) {
                throw new DefinitionException(folder.toString(), "pack",
                        "'" + read[0].stream().pack() + "' is given twice", "Give each pack once");
            }
        }
        return definitions;
    }
}
