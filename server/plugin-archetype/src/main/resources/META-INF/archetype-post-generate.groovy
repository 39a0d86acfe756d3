import java.nio.file.Files
import java.nio.file.Path

// The archetype's file sets know no conditions: each kind has a directory of its own, and what both kinds of gateways
// share another one. Here those of the chosen kind become the project, and the others go.
def parts = [sms: ['gateway', 'sms'], email: ['gateway', 'email'], export: ['export']]
def project = Path.of(request.outputDirectory, request.artifactId)
def kind = request.properties['kind']
if (!parts.containsKey(kind)) {
    throw new IllegalArgumentException("kind is \"${kind}\"; choose sms, email or export")
}
if (!(request.properties['name'] ==~ /[a-z0-9-]{2,40}/)) {
    throw new IllegalArgumentException('name must have 2 to 40 lower-case letters, digits and hyphens')
}
parts[kind].each { part ->
    def from = project.resolve(part)
    from.toFile().eachFileRecurse(groovy.io.FileType.FILES) { file ->
        def to = project.resolve(from.relativize(file.toPath()))
        Files.createDirectories(to.parent)
        Files.move(file.toPath(), to)
    }
}
parts.values().flatten().unique().each { project.resolve(it).toFile().deleteDir() }
Files.writeString(project.resolve('.gitignore'), 'target/\n')
