using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>App</c>, <c>Stage</c>, <c>Stack</c> and <c>NestedStack</c>: the environments that a program deploys to.</summary>
internal static class Stacks
{
    public static void Register(Registry r)
    {
        r.Constructor("App", NewApp).Constructor("Stage", NewStage).Constructor("Stack", NewStack).Constructor("NestedStack", NewNestedStack)
            .Constructor("Constructs.Construct", Nothing)
            .Method("Stack", "Of", c => ValueOf(c, Scopes.StackOf(c, c["construct"])))
            .Method("Stage", "Synth", Nothing)
            .Getter("Stack", "Account", c => TextValue.Of(Scopes.StackOf(c, c.Receiver!).Account))
            .Getter("Stack", "Region", c => TextValue.Of(Scopes.StackOf(c, c.Receiver!).Region))
            .Getter("Stack", "Partition", _ => TextValue.Of(StackNode.Partition))
            .Getter("Stack", "UrlSuffix", _ => TextValue.Of(Intrinsics.UrlSuffix))
            .Getter("Stack", "StackName", StackName)
            .Getter("Stack", "StackId", c => TextValue.Of(Tokens.Of(Scopes.StackOf(c, c.Receiver!).Key + ".StackId", "AWS::StackId")))
            .Getter("Stage", "Account", c => EnvironmentOf(c, c.Receiver!, "Account"))
            .Getter("Stage", "Region", c => EnvironmentOf(c, c.Receiver!, "Region"));

        foreach (var type in new[] { "IResource", "Resource", "CfnElement" })
        {
            r.Getter(type, "Stack", c => ValueOf(c, Scopes.StackOf(c, c.Receiver!)));
        }

        foreach (var name in new[] { "AddDependency", "AddStackDependency", "AddMetadata", "AddTransform", "ExportValue", "RenameLogicalId" })
        {
            r.Method("Stack", name, name == "ExportValue" ? Intrinsics.ExportValue : Nothing);
        }
    }

    public static Value Nothing(Call call) => ConstantValue.Null;

    private static Value NewApp(Call call)
    {
        call.Model.Scopes.Add(call.Instance, ConstantValue.Null, ConstantValue.Null);
        return Furnish(call);
    }

    private static Value NewStage(Call call)
    {
        call.Instance.Payload ??= call.Graph.Add(new StageNode(call.Instance.Key, call.Site.Operation, call.Guard)
        {
            Account = call.Get(call.Prop("Env"), "Account"),
            Region = call.Get(call.Prop("Env"), "Region"),
        });
        return Furnish(call);
    }

    /// <summary>What the properties of an app, stage or stack say of all that is below.</summary>
    private static Value Furnish(Call call)
    {
        PermissionsBoundaries.OfScope(call);
        return InjectProperties(call);
    }

    /// <summary><c>PropertyInjectors</c> change the properties of every construct below before it is made: what becomes of them is unknown.</summary>
    private static Value InjectProperties(Call call)
    {
        if (call.Prop("PropertyInjectors") is { IsNull: false } and not SequenceValue { Elements.Count: 0, MayHaveMore.IsNever: true } and not UnknownValue)
        {
            call.Graph.AtSynth.Add(() => Visitors.Forget(call, call.Instance, "a property injector may change it"));
        }

        return ConstantValue.Null;
    }

    private static Value NewStack(Call call)
    {
        var stage = StageOf(call, call["scope"]);
        var env = call.Prop("Env");
        var account = Choose(call, call.Get(env, "Account"), stage?.Account);
        var region = Choose(call, call.Get(env, "Region"), stage?.Region);
        return AddStack(call, new StackNode(call.Instance.Key, call.Site.Operation, call.Guard)
        {
            AccountValue = account,
            Account = Environment(account, HoleKind.Account, StackNode.AgnosticAccount),
            Region = Environment(region, HoleKind.Region, StackNode.AgnosticRegion),
        });
    }

    private static Value NewNestedStack(Call call)
    {
        var parent = Scopes.StackOf(call, call["scope"]);
        return AddStack(call, new StackNode(call.Instance.Key, call.Site.Operation, call.Guard)
        {
            AccountValue = parent.AccountValue,
            Account = parent.Account,
            Region = parent.Region,
        });
    }

    private static Value AddStack(Call call, StackNode stack)
    {
        stack.Name = call.Instance.Name ?? call.Instance.Type.Name;
        stack.Stack = stack;
        stack.StackName = call.Prop("StackName");
        call.Instance.Payload = call.Graph.Add(stack);
        call.Model.Scopes.Remember(stack, call.Instance);
        return Furnish(call);
    }

    /// <summary>What the environment says, or where it says nothing (<c>null</c>) what the stage does.</summary>
    private static Value Choose(Call call, Value given, Value? inherited) => inherited is null
        ? given
        : ChoiceValue.Of(given.Alternatives.Select(a => a.Value.IsNull ? new Alternative(a.Guard, inherited) : a));

    /// <summary>An account or region as a text: a literal, a token, CloudFormation's pseudo parameter where none is given, or a hole.</summary>
    private static Template Environment(Value value, HoleKind kind, Template agnostic) => value switch
    {
        { IsNull: true } => agnostic,
        ConstantValue or TextValue => value.Text!,
        _ => Template.Of(new Hole(Evaluator.KeyOf(value), kind, value is UnknownValue ? Evaluator.DisplayOf(value) : kind == HoleKind.Account ? "account" : "region")),
    };

    private static StageNode? StageOf(Call call, Value scope) =>
        call.Model.Scopes.Ancestry(scope).Select(c => c.Construct.Payload as StageNode).FirstOrDefault(s => s is not null);

    private static Value EnvironmentOf(Call call, Value stage, string member) =>
        StageOf(call, stage) is { } node ? member == "Account" ? node.Account : node.Region : call.UnknownResult("the stage's environment is not known");

    private static Value StackName(Call call)
    {
        var stack = Scopes.StackOf(call, call.Receiver!);
        return stack.StackName is { IsNull: false } name ? name : TextValue.Of(Tokens.Of(stack.Key + ".StackName", "AWS::StackName"));
    }

    private static Value ValueOf(Call call, StackNode stack)
    {
        if (call.Model.Scopes.ValueOf(stack) is { } known)
        {
            return known;
        }

        var value = call.NewResult(stack);
        call.Model.Scopes.Remember(stack, value);
        return value;
    }
}
