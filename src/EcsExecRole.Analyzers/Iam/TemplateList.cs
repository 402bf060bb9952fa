using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Iam;

/// <summary>The actions, resources or values that a statement lists, as far as they are known.</summary>
/// <param name="Items">The known elements.</param>
/// <param name="MayHaveMore">Whether there may be further elements of which nothing is known.</param>
internal sealed record TemplateList(ImmutableArray<Template> Items, bool MayHaveMore)
{
    public static TemplateList Empty { get; } = new([], false);

    /// <summary>Anything, nothing included.</summary>
    public static TemplateList Unknown { get; } = new([], true);

    public bool IsEmpty => Items.IsEmpty && !MayHaveMore;

    public static TemplateList Of(params string[] items) => new([.. items.Select(Template.Of)], false);

    public static TemplateList Of(params Template[] items) => new([.. items], false);

    /// <summary>This list and then the other.</summary>
    public TemplateList Concat(TemplateList other) => new(Items.AddRange(other.Items), MayHaveMore || other.MayHaveMore);

    public override string ToString() => string.Join(", ", Items) + (MayHaveMore ? Items.IsEmpty ? "…" : ", …" : "");
}
