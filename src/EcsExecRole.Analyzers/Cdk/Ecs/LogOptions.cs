using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>The options of a <c>logConfiguration</c> that decide what the execution role needs.</summary>
internal static class LogOptions
{
    public const string Group = "awslogs-group";
    public const string Region = "awslogs-region";
    public const string CreateGroup = "awslogs-create-group";

    public static void Read(Call call, LogConfiguration logging, Value options)
    {
        logging.Group = Find(call, options, Group);
        logging.Region = Find(call, options, Region);
        logging.CreateGroup = Find(call, options, CreateGroup);
        logging.RouterOutput = Find(call, options, "Name");
        logging.HasRetention = !Find(call, options, "log_retention_days").IsNull;
    }

    /// <summary>The value of a key: null (the constant) where it is certainly not there, unknown where the dictionary may have entries that are not known.</summary>
    public static Value Find(Call call, Value dictionary, string key)
    {
        Value result = ConstantValue.Null;
        var found = Guard.Never;
        var unknown = Guard.Never;
        var entries = call.Entries(dictionary, out var mayHaveMore);
        foreach (var (entry, value, guard) in entries)
        {
            switch (entry.Text?.Literal)
            {
                case { } literal when literal == key:
                    result = ChoiceValue.Of(guard, value, result);
                    found |= guard;
                    break;
                case null:
                    unknown |= guard;
                    break;
            }
        }

        unknown = (unknown | mayHaveMore).Except(found);
        return unknown.IsFeasible
            ? ChoiceValue.Of(unknown, new UnknownValue(Evaluator.KeyOf(dictionary) + "[" + key + "]", key, null, "the options are not known"), result)
            : result;
    }
}
