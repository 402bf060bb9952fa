using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>What is lost where a role, policy or statement is handed to code that the model does not know.</summary>
internal static class UnmodelledCalls
{
    /// <summary>
    /// A member of CDK that is not modelled got these arguments: it can only have added permissions of its own service and of KMS to the roles among them.
    /// </summary>
    public static void Receive(CdkModel model, IMethodSymbol method, Arguments arguments, CallSite site)
    {
        foreach (var argument in arguments.Items)
        {
            // A construct looks up its scope, not into it.
            if (argument.Parameter.Name is "scope" or "id")
            {
                continue;
            }

            if (!IsPlain(argument.Value) && !HoldsPlain(argument.Value))
            {
                var service = ServiceOf(method.ContainingType);
                ImmutableArray<string>? services = service is null ? null : [service, "kms"];
                Escape(model, argument.Value, site, services, method.ContainingType.Name + (method.MethodKind == MethodKind.Constructor ? "" : "." + method.Name) + " may grant it");
            }
        }
    }

    /// <summary>Whether a value reaches nothing.</summary>
    private static bool IsPlain(Value value) => value is ConstantValue or TextValue or GuardValue or UnknownValue or FunctionValue;

    /// <summary>Whether a value is an object of data, such as most props, none of whose members reaches anything.</summary>
    private static bool HoldsPlain(Value value)
    {
        if (value is not ObjectValue { Payload: null } instance)
        {
            return false;
        }

        foreach (var slot in instance.Slots)
        {
            if (!IsPlain(slot.Value.Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Code that cannot be seen got <paramref name="value"/> and all that it reaches.</summary>
    /// <param name="services">The IAM services of which it may have granted permissions; null for any.</param>
    public static void Escape(CdkModel model, Value value, CallSite site, ImmutableArray<string>? services, string reason)
    {
        if (IsPlain(value))
        {
            return;
        }

        var seen = new HashSet<Value>();
        var work = new Stack<(Value Value, Guard Guard)>();
        work.Push((value, site.Guard));
        while (work.Count > 0)
        {
            var (next, guard) = work.Pop();
            foreach (var alternative in next.Alternatives)
            {
                var on = guard & alternative.Guard;
                if (!on.IsFeasible || !seen.Add(alternative.Value))
                {
                    continue;
                }

                switch (alternative.Value)
                {
                    case ObjectValue instance:
                        Touch(instance.Payload, on, services, reason, site.Operation);
                        if (instance.Payload is TreeNode tree && services is null)
                        {
                            Visitors.Lose(model, tree.Construct, isLater: instance.Type.Name == "Aspects", site.On(on), reason);
                        }

                        if (instance.Type is INamedTypeSymbol type && model.IsRoot(type))
                        {
                            // Unseen code knows nothing of what a construct of the program's keeps to itself.
                            break;
                        }

                        foreach (var slot in instance.Slots)
                        {
                            work.Push((slot.Value.Value, on));
                        }

                        break;
                    case SequenceValue sequence:
                        foreach (var element in sequence.Elements)
                        {
                            work.Push((element.Value, on & element.Guard));
                        }

                        break;
                    case DeferredValue deferred:
                        foreach (var part in deferred.Parts)
                        {
                            work.Push((part, on));
                        }

                        break;
                    case DictionaryValue dictionary:
                        foreach (var entry in dictionary.Entries)
                        {
                            work.Push((entry.Value, on & entry.Guard));
                        }

                        break;
                }
            }
        }
    }

    private static void Touch(object? node, Guard guard, ImmutableArray<string>? services, string reason, IOperation origin)
    {
        switch (node)
        {
            case RoleNode role:
                role.Unknowns.Add(new(guard, services, reason, origin));
                role.TrustUnknown |= services is null ? guard : Guard.Never;
                role.BoundaryUnknown |= services is null ? guard : Guard.Never;
                break;
            case TaskDefinitionNode definition:
                foreach (var (on, value) in definition.ExecutionRole.Alternatives)
                {
                    Touch((value as ObjectValue)?.Payload, guard & on, services, reason, origin);
                }

                definition.Escape(new(guard, services, reason, origin));
                break;
            case ITaskDefinitionHolder holder:
                foreach (var (on, value) in holder.TaskDefinition.Alternatives)
                {
                    Touch((value as ObjectValue)?.Payload, guard & on, services, reason, origin);
                }

                break;
            case PolicyDocumentNode policy when services is null:
                policy.MayHaveMore |= guard;
                policy.MoreReason ??= reason;
                break;
            case ResourceNode resource when services is null:
                resource.ResourcePolicyUnknown |= guard;
                break;
            case StatementNode statement when services is null:
                statement.Escaped |= guard;
                break;
        }
    }

    /// <summary>The IAM prefix of the service that a namespace of CDK's is for; null where it may be any (core, IAM itself, ECS).</summary>
    private static string? ServiceOf(INamedTypeSymbol type)
    {
        var name = Registry.NameOf(type);
        if (name is null || !name.StartsWith("AWS.", StringComparison.Ordinal))
        {
            return null;
        }

        var service = name.Split('.')[1].ToLowerInvariant();
        return service switch
        {
            "iam" or "ecs" or "batch" => null,
            "stepfunctions" => "states",
            "cloudwatch" => "cloudwatch",
            _ => service,
        };
    }
}
