using System.Globalization;

namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>Writes one task definition with its container.</summary>
internal sealed class TaskWriter(TaskSpec task, int number)
{
    private const string PublicImage = "\"nginx\"";

    /// <summary>The C# type of the task definition.</summary>
    public string Type => task.Kind switch
    {
        TaskKind.Fargate => "FargateTaskDefinition",
        TaskKind.Ec2 => "Ec2TaskDefinition",
        TaskKind.External => "ExternalTaskDefinition",
        TaskKind.Cfn => "CfnTaskDefinition",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The construct's id.</summary>
    public string Id => "Task" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes the statements and returns the expression of the task definition.</summary>
    /// <param name="scope">Where they go.</param>
    /// <param name="role">The given role's expression, or null.</param>
    /// <param name="resources">For each trigger the expression of its resource, or null.</param>
    /// <param name="stack">What stands before <c>Account</c> and <c>Region</c>.</param>
    public string Write(Scope scope, string? role, IReadOnlyList<string?> resources, string stack)
    {
        var values = new Values(scope, resources, stack, task);
        var name = scope.Fresh("task");
        if (task.Kind == TaskKind.Cfn)
        {
            scope.Statement($"var {name} = new CfnTaskDefinition(this, \"{Id}\", {CfnProps(values, role)});");
            return name;
        }

        var props = role is null ? "" : $", new {Type}Props {{ ExecutionRole = {role} }}";
        scope.Statement($"var {name} = new {Type}(this, \"{Id}\"{props});");
        scope.Statement($"{name}.AddContainer(\"app\", {ContainerOptions(values, scope)});");
        return name;
    }

    private string ContainerOptions(Values values, Scope scope)
    {
        var lines = new List<string> { $"Image = {values.Image()}", "MemoryLimitMiB = 256" };
        if (values.Logging() is { } logging)
        {
            lines.Add("Logging = " + logging);
        }

        var secrets = values.Secrets().ToList();
        if (secrets.Count > 0)
        {
            var dictionary = scope.Fresh("secrets");
            var always = secrets.Where(secret => secret.Condition is null).Select(secret => $"[\"{secret.Name}\"] = {secret.Value}");
            scope.Statement($"var {dictionary} = new Dictionary<string, Secret> {{ {string.Join(", ", always)} }};");
            foreach (var (key, value, condition) in secrets.Where(secret => secret.Condition is not null))
            {
                scope.Statement(condition, $"{dictionary}.Add(\"{key}\", {value});");
            }

            lines.Add("Secrets = " + dictionary);
        }

        if (values.EnvironmentFile("EnvironmentFile", resource => $"EnvironmentFile.FromBucket({resource}, \"app.env\")") is { } files)
        {
            lines.Add("EnvironmentFiles = " + files);
        }

        return Initializer("ContainerDefinitionOptions", lines);
    }

    private string CfnProps(Values values, string? role)
    {
        const string Container = "CfnTaskDefinition.ContainerDefinitionProperty";
        var container = new List<string> { "Name = \"app\"", $"Image = {values.ImageText()}" };
        if (values.CfnLogging() is { } logging)
        {
            container.Add("LogConfiguration = " + logging);
        }

        if (values.Credentials() is { } credentials)
        {
            container.Add("RepositoryCredentials = " + credentials);
        }

        var secrets = values.CfnSecrets().ToList();
        if (secrets.Count > 0)
        {
            container.Add($"Secrets = new List<CfnTaskDefinition.SecretProperty?> {{ {string.Join(", ", secrets)} }}.OfType<CfnTaskDefinition.SecretProperty>().ToArray()");
        }

        const string FileType = "CfnTaskDefinition.EnvironmentFileProperty";
        if (values.EnvironmentFile(FileType, resource => $"new {FileType} {{ Type = \"s3\", Value = {resource}.ArnForObjects(\"app.env\") }}") is { } files)
        {
            container.Add("EnvironmentFiles = " + files);
        }

        var lines = new List<string> { "RequiresCompatibilities = new[] { \"FARGATE\" }", $"ContainerDefinitions = new[]\n{{\n{Scope.Indent(Initializer(Container, container), 1)},\n}}" };
        if (role is not null)
        {
            lines.Add($"ExecutionRoleArn = {role}.RoleArn");
        }

        return Initializer("CfnTaskDefinitionProps", lines);
    }

    internal static string Initializer(string type, IEnumerable<string> lines) =>
        $"new {type}\n{{\n{Scope.Indent(string.Join(",\n", lines), 1)},\n}}";

    /// <summary>The URI of a public image as a C# expression.</summary>
    internal static string Public => PublicImage;
}
