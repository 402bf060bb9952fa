using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>The two roles of a task definition: given by the program, or made by CDK when something first asks for them.</summary>
internal static class ExecutionRoles
{
    private const string Service = "ecs-tasks.amazonaws.com";

    /// <summary>Takes the execution role that the program gives; where it gives none, the definition has none yet.</summary>
    public static void Give(Call call, TaskDefinitionNode definition, Value role, IOperation? operation)
    {
        var none = NullOn(call, role);
        definition.ExecutionRole = ChoiceValue.Of(none, ConstantValue.Null, role);
        definition.HasNoRoleYet = none;
        definition.ExecutionRoleOperation = operation;
    }

    /// <summary><c>ObtainExecutionRole()</c> on the paths of the call: the role given, else one that CDK makes, without any managed policy.</summary>
    public static Value Obtain(Call call, TaskDefinitionNode definition)
    {
        var missing = definition.HasNoRoleYet & call.Guard;
        if (missing.IsFeasible)
        {
            definition.AutoRole ??= CreateExecutionRole(call, definition);
            definition.ExecutionRole = definition.Birth.Implies(missing)
                ? definition.AutoRole
                : ChoiceValue.Of(missing, definition.AutoRole, definition.ExecutionRole);
            definition.HasNoRoleYet = definition.HasNoRoleYet.Except(missing);
        }

        return ChoiceValue.On(call.Guard, definition.ExecutionRole);
    }

    /// <summary>The task role: CDK's constructor makes one where none is given.</summary>
    public static Value TaskRole(Call call, TaskDefinitionNode definition, Value role)
    {
        var none = NullOn(call, role);
        return none.IsFeasible ? ChoiceValue.Of(none, Create(call, definition, "TaskRole"), role) : role;
    }

    /// <summary>
    /// The paths of the call on which a value is null: where the program says so, tests for it, or (unknown) declares that it may be.
    /// </summary>
    public static Guard NullOn(Call call, Value value)
    {
        var none = Guard.Never;
        foreach (var (alternative, guard) in call.Each(value))
        {
            if (alternative.IsNull)
            {
                none |= guard;
            }
            else if (alternative is UnknownValue unknown)
            {
                var isNull = guard & call.Evaluator.AreEqual(unknown, ConstantValue.Null);
                // What the program determines has one value, whatever its type allows.
                var isInput = unknown.Key.IndexOf(Condition.Determined, StringComparison.Ordinal) < 0;
                if ((isInput && unknown.Type?.NullableAnnotation == NullableAnnotation.Annotated) || guard.Implies(isNull))
                {
                    none |= isNull;
                }
            }
        }

        return none;
    }

    /// <summary>At synth: where code that cannot be seen got hold of a definition without a role, it may have obtained one.</summary>
    public static void Finish(TaskDefinitionNode definition)
    {
        foreach (var escape in definition.Escapes.Where(e => e.Services is null))
        {
            // An L1 definition's role may have been replaced; an L2's only made.
            var unknown = escape.Guard & (definition.Kind is TaskDefinitionKind.L2 ? definition.HasNoRoleYet : definition.Birth);
            if (unknown.IsFeasible)
            {
                var role = new UnknownValue(definition.Key + ".ExecutionRole", definition.Name + "/ExecutionRole", null, escape.Reason);
                definition.ExecutionRole = ChoiceValue.Of(unknown, role, definition.ExecutionRole);
                definition.HasNoRoleYet = definition.HasNoRoleYet.Except(unknown);
            }
        }
    }

    private static ObjectValue CreateExecutionRole(Call call, TaskDefinitionNode definition)
    {
        var role = Create(call, definition, "ExecutionRole");
        ((RoleNode)role.Payload!).Unknowns.AddRange(definition.Escapes);
        return role;
    }

    /// <summary>A role that CDK makes for tasks: ECS may assume it, and it may do nothing yet.</summary>
    public static ObjectValue Create(Call call, TaskDefinitionNode definition, string id)
    {
        // It is the same role wherever it is asked for first.
        var on = new Call(call.Model, call.Member, call.Receiver, call.Arguments, new(call.Evaluator, definition.Birth, call.Site.Operation));
        var role = Roles.Make(on, definition.Instance, call.Evaluator.NewKey(definition.Key + "." + id), definition.Name + "/" + id, null, id);
        role.Stack = definition.Stack ?? role.Stack;
        var principal = PrincipalReader.Part(definition.Birth, PrincipalType.Service, Service);
        role.Trust.Add(new(definition.Birth, PrincipalReader.Trust(call, principal), null, IsAutomatic: true));
        var view = Roles.ViewOf(on, role);
        view.IsAutoCreated = true;
        return Wrap(call, view, "AWS.IAM.Role");
    }

    /// <summary>An object of the program for a node that CDK made by itself.</summary>
    /// <param name="call">The call under way.</param>
    /// <param name="node">What the model knows of it.</param>
    /// <param name="type">Its type, as the registry names it.</param>
    public static ObjectValue Wrap(Call call, Node node, string type) =>
        new(node.Key, TypeOf(call, type), node.Origin, node.Birth) { IsOpaque = true, Payload = node, Name = node.Name };

    /// <summary>A type of CDK's, as the registry names it.</summary>
    public static ITypeSymbol TypeOf(Call call, string type) =>
        call.Evaluator.Program.TypeNamed("Amazon.CDK." + type) ?? call.Member.ContainingType;
}
