using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Needs;

/// <summary>An ARN with holes, taken apart: <c>arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE</c>.</summary>
internal sealed record ArnTemplate(Template Partition, string Service, Template Region, Template Account, Template Resource)
{
    /// <summary>Null where the text is not certainly an ARN of a certain service.</summary>
    public static ArnTemplate? TryParse(Template text)
    {
        if (!text.Prefix.StartsWith("arn:", StringComparison.Ordinal))
        {
            return null;
        }

        var pieces = text.Split(':', 6);
        return pieces.Count == 6 && pieces[0].Literal == "arn" && pieces[2].Literal is { } service
            ? new(pieces[1], service, pieces[3], pieces[4], pieces[5])
            : null;
    }

    public Template ToTemplate() => Template.Concat("arn:", Partition, ":" + Service + ":", Region, ":", Account, ":", Resource);

    public override string ToString() => ToTemplate().ToString();
}
