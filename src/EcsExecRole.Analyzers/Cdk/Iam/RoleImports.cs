using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// <c>Role.FromRoleArn</c>, <c>FromRoleName</c>, <c>FromLookup</c>. An imported role is immutable where <c>Mutable</c> is false, and where
/// its account and that of the stack are both known to CDK and differ.
/// </summary>
internal static class RoleImports
{
    private const string Role = "AWS.IAM.Role";

    public static void Register(Registry r) => r
        .Method(Role, "FromRoleArn", c => c.Map(c["roleArn"], FromArn))
        .Method(Role, "FromRoleName", c => c.Map(c["roleName"], FromName))
        .Method(Role, "FromLookup", c => c.Map(c.Prop("RoleName", "options"), FromLookup));

    /// <summary>A role that is known by its ARN alone, for ARNs used without a construct.</summary>
    public static RoleNode OfArn(string key, Template arn) => new(key, null, Guard.Always, RoleKind.Imported)
    {
        Name = arn.ToString(),
        Arn = arn,
        RoleName = NameOf(arn),
    };

    private static Value FromArn(Value arn, Call call) => Text.Of(arn) is { } text ? Import(call, text, NameOf(text), IsElsewhere(call, text)) : ConstantValue.Null;

    /// <summary>The role of that name in the stack's own account.</summary>
    private static Value FromName(Value name, Call call)
    {
        if (Text.Of(name) is not { } text)
        {
            return ConstantValue.Null;
        }

        var stack = Scopes.StackOf(call, call["scope"]);
        var arn = Template.Concat("arn:", StackNode.Partition, ":iam::", stack.Account, ":role/", text);
        return Import(call, arn, Arns.LastPathSegment(text) ?? text, (Guard.Never, Guard.Never));
    }

    /// <summary>Until it has been looked up, the role has a dummy account, and so is immutable in a stack whose account is given.</summary>
    private static Value FromLookup(Value name, Call call)
    {
        var text = Text.Of(name) ?? Template.Empty;
        var arn = Template.Concat("arn:", StackNode.Partition, ":iam::", Scopes.StackOf(call, call["scope"]).Account, ":role/", text);
        return Import(call, arn, text, (Guard.Never, call.Guard));
    }

    /// <param name="call">On the paths of the import alone.</param>
    /// <param name="elsewhere">The paths on which the role is in another account, and those on which it may be.</param>
    private static Value Import(Call call, Template arn, Template name, (Guard Certainly, Guard Maybe) elsewhere)
    {
        var immutable = (elsewhere.Certainly
            | call.Evaluator.AreEqual(call.Prop("Mutable", "options"), ConstantValue.False)
            | CustomizedRoles.In(call, call["scope"]).Customized) & call.Guard;
        return ChoiceValue.Of(new List<Alternative>
        {
            new(immutable, Make(immutable, RoleKind.Immutable)),
            new(call.Guard.Except(immutable), Make(call.Guard.Except(immutable), RoleKind.Imported)),
        });

        Value Make(Guard guard, RoleKind kind)
        {
            if (!guard.IsFeasible)
            {
                return ConstantValue.Null;
            }

            var role = new RoleNode(call.Evaluator.NewKey("role"), call.Site.Operation, guard, kind)
            {
                Name = call["id"].Text?.Literal ?? "role",
                Arn = arn,
                RoleName = name,
                Stack = Scopes.StackOf(call, call["scope"]),
                MutabilityUnknown = kind == RoleKind.Imported ? elsewhere.Maybe & guard : Guard.Never,
                AddGrantsToResources = kind == RoleKind.Immutable
                    ? call.Evaluator.AreEqual(call.Prop("AddGrantsToResources", "options"), ConstantValue.True)
                    : Guard.Never,
            };
            return call.On(guard).NewResult(call.Graph.Add(role));
        }
    }

    /// <summary>Compares the accounts as <c>Token.compareStrings</c> does, for each account that the stack may have.</summary>
    private static (Guard Certainly, Guard Maybe) IsElsewhere(Call call, Template arn)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        var account = Arns.AccountOf(arn);
        var (certainly, maybe) = (Guard.Never, Guard.Never);
        foreach (var (value, guard) in call.Each(stack.AccountValue))
        {
            // The stack of an unknown scope has no value, but an account that is a hole.
            var own = value.IsNull ? stack.AccountValue.IsNull ? stack.Account : StackNode.AgnosticAccount : value.Text ?? stack.Account;
            switch (Tokens.AreEqualOrUnresolved(account, own))
            {
                case Ternary.No:
                    certainly |= guard;
                    break;
                case Ternary.Unknown:
                    maybe |= guard;
                    break;
            }
        }

        return (certainly, maybe);
    }

    private static Template NameOf(Template arn) => Arns.LastPathSegment(arn) ?? Tokens.Of($"name of {arn}", "role name");
}
