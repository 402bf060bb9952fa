namespace EcsExecRole.Analyzers.SynthTests.Oracle;

/// <summary>The six parts of an ARN; the resource part keeps its colons.</summary>
public sealed record Arn(string Partition, string Service, string Region, string Account, string Resource)
{
    /// <summary>The ARN, or null where the text is none.</summary>
    public static Arn? TryParse(string text)
    {
        var parts = text.Split(':', 6);
        return parts.Length == 6 && parts[0] == "arn" ? new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]) : null;
    }

    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{Account}:{Resource}";
}
