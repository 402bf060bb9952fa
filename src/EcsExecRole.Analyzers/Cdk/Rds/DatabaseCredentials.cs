using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>RDS.Credentials</c> or <c>RDS.SnapshotCredentials</c>.</summary>
internal sealed class DatabaseCredentials
{
    /// <summary>The secret given; null (the constant) for none.</summary>
    public Value Secret { get; init; } = ConstantValue.Null;

    /// <summary>The password given, which leaves the database without a secret.</summary>
    public Value Password { get; init; } = ConstantValue.Null;

    /// <summary>Whether CDK makes a secret where neither is given.</summary>
    public bool Generates { get; init; }

    public Value SecretName { get; init; } = ConstantValue.Null;

    public Value EncryptionKey { get; init; } = ConstantValue.Null;

    /// <summary>What CDK does without any credentials: it makes a secret for the engine's default user.</summary>
    public static DatabaseCredentials Default { get; } = new() { Generates = true };

    public static void Register(Registry r)
    {
        const string credentials = "AWS.RDS.Credentials";
        const string snapshot = "AWS.RDS.SnapshotCredentials";
        r.Method(credentials, "FromGeneratedSecret", Generated)
            .Method(credentials, "FromUsername", Generated)
            .Method(credentials, "FromPassword", c => c.NewResult(new DatabaseCredentials { Password = c["password"] }))
            .Method(credentials, "FromSecret", Given)
            .Method(snapshot, "FromGeneratedSecret", Generated)
            .Method(snapshot, "FromGeneratedPassword", Generated)
            .Method(snapshot, "FromPassword", c => c.NewResult(new DatabaseCredentials { Password = c["password"] }))
            .Method(snapshot, "FromSecret", Given);
        foreach (var type in new[] { credentials, snapshot })
        {
            r.Getter(type, "Secret", c => Get(c, x => x.Secret)).Getter(type, "EncryptionKey", c => Get(c, x => x.EncryptionKey));
        }
    }

    private static Value Given(Call call) => call.NewResult(new DatabaseCredentials { Secret = call["secret"] });

    private static Value Generated(Call call) => call.NewResult(new DatabaseCredentials
    {
        Generates = true,
        Password = call.Prop("Password", "options"),
        SecretName = call.Prop("SecretName", "options"),
        EncryptionKey = call.Prop("EncryptionKey", "options"),
    });

    private static Value Get(Call call, Func<DatabaseCredentials, Value> read) =>
        Call.Node<DatabaseCredentials>(call.Receiver) is { } known ? read(known) : call.UnknownResult("the credentials are not known");
}
