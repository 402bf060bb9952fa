using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>A database with a secret for its administrator.</summary>
/// <param name="secret">The value of its <c>Secret</c>: a secret, null, unknown, or a choice.</param>
internal sealed class Database(Value secret)
{
    public Value Secret { get; } = secret;
}

/// <summary>The databases of RDS and DocumentDB: all that ECS sees of them is their secret.</summary>
internal static class Databases
{
    public static void Register(Registry r)
    {
        foreach (var type in new[] { "AWS.RDS.DatabaseInstance", "AWS.RDS.DatabaseCluster", "AWS.RDS.ServerlessCluster" })
        {
            Add(r, type, c => FromCredentials(c, "Credentials", DatabaseCredentials.Default));
        }

        foreach (var type in new[] { "AWS.RDS.DatabaseInstanceFromSnapshot", "AWS.RDS.ServerlessClusterFromSnapshot" })
        {
            Add(r, type, c => FromCredentials(c, "Credentials", null));
        }

        // Its older property makes a secret, too, even though no one can use it; the newer one wins.
        Add(r, "AWS.RDS.DatabaseClusterFromSnapshot", c => c.Map(c.Prop("SnapshotCredentials"), (newer, on) => newer.IsNull
            ? FromCredentials(on, "Credentials", DatabaseCredentials.Default)
            : FromCredentials(on, "SnapshotCredentials", null)));
        Add(r, "AWS.DocDB.DatabaseCluster", FromLogin);
    }

    private static void Add(Registry r, string type, Func<Call, Value> secret) => r
        .Constructor(type, c =>
        {
            c.Instance.IsOpaque = true;
            c.Instance.Payload = new Database(secret(c));
            return c.Instance;
        })
        .Getter(type, "Secret", c => Call.Node<Database>(c.Receiver) is { } database ? database.Secret : c.UnknownResult("the database is not known"));

    /// <summary>The secret of credentials that the property <paramref name="property"/> gives.</summary>
    /// <param name="otherwise">What holds where it gives none; null for no secret.</param>
    private static Value FromCredentials(Call call, string property, DatabaseCredentials? otherwise) => call.Map(call.Prop(property), (value, credentialed) =>
    {
        var known = value.IsNull ? otherwise : Call.Node<DatabaseCredentials>(value);
        return credentialed.Map(credentialed.Prop("ManageMasterUserPassword"), (managed, on) =>
            managed is ConstantValue { Content: true } ? Managed(on, known?.EncryptionKey ?? ConstantValue.Null)
            : managed is not ConstantValue || (known is null && !value.IsNull) ? Unknown(on)
            : known is null ? ConstantValue.Null
            : SecretOf(on, known));
    });

    /// <summary>The attachment of the secret that is given or made; none beside a password.</summary>
    private static Value SecretOf(Call call, DatabaseCredentials credentials) => call.Map(credentials.Secret, (secret, outer) =>
        !secret.IsNull ? Attachment(outer, Secrets.Of(outer, secret))
        : outer.Map(credentials.Password, (password, on) =>
            password.IsNull && credentials.Generates ? New(on, credentials.SecretName, credentials.EncryptionKey)
            : password is UnknownValue { Type: null } ? Unknown(on)
            : ConstantValue.Null));

    private static Value FromLogin(Call call)
    {
        var login = call.Prop("MasterUser");
        return call.Map(call.Prop("ManageMasterUserPassword"), (managed, outer) =>
            managed is not ConstantValue ? Unknown(outer)
            : managed is ConstantValue { Content: true } ? ConstantValue.Null
            : outer.Map(outer.Get(login, "Password"), (password, on) =>
                password.IsNull ? New(on, on.Get(login, "SecretName"), on.Get(login, "KmsKey"))
                : login is ObjectValue ? ConstantValue.Null
                : Unknown(on)));
    }

    private static Value New(Call call, Value name, Value encryptionKey)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        return Resources.Hidden(call, Secrets.Type, stack, Named(call, Secrets.Owned(call, stack, name, encryptionKey)));
    }

    /// <summary>The secret that RDS itself makes and rotates.</summary>
    private static Value Managed(Call call, Value encryptionKey)
    {
        var stack = Scopes.StackOf(call, call["scope"]);
        return Resources.Hidden(call, Secrets.Type, stack, Named(call, Secrets.Managed(call, stack, encryptionKey)));
    }

    private static SecretNode Named(Call call, SecretNode node)
    {
        node.Name = call.Instance.Name + ".Secret";
        return node;
    }

    /// <summary>Another construct, but the same secret with the same ARN and key.</summary>
    private static Value Attachment(Call call, SecretNode secret) => Resources.ValueOf(call, Secrets.Type, secret);

    private static UnknownValue Unknown(Call call) => new(call.Instance.Key + ".Secret", call.Instance.Name + ".Secret", null, "the database's credentials are not known");
}
