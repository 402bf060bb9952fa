using EcsExecRole.Analyzers.Evaluation;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary>
/// L1 databases whose administrator's password the service keeps in a secret of its own, encrypted with the key that the database's properties name. Whoever
/// imports that secret by the database's attribute has to tell CDK of the key again.
/// </summary>
internal static class CfnDatabases
{
    public static void Register(Registry r)
    {
        foreach (var type in new[] { "AWS.RDS.CfnDBInstance", "AWS.RDS.CfnDBCluster" })
        {
            Add(r, type, "AttrMasterUserSecretSecretArn", "MasterUserSecret", (call, secret) => call.Get(secret, "KmsKeyId"));
        }

        Add(r, "AWS.Redshift.CfnCluster", "AttrMasterPasswordSecretArn", "MasterPasswordSecretKmsKeyId", (_, key) => key);
    }

    /// <param name="attribute">The attribute that holds the secret's ARN.</param>
    /// <param name="property">The property that names the key.</param>
    /// <param name="key">The key, out of the property's value.</param>
    private static void Add(Registry r, string type, string attribute, string property, Func<Call, Value, Value> key)
    {
        r.Constructor(type, c =>
            {
                var stack = Scopes.StackOf(c, c["scope"]);
                var node = Secrets.Managed(c, stack, Key(c, c.Prop(property), stack, key));
                node.Name = c.Instance.Name + ".Secret";
                node.Stack = stack;
                c.Instance.Payload = c.Graph.Add(node);
                return c.Instance;
            })
            .Setter(type, property, c =>
            {
                if (Call.Node<SecretNode>(c.Receiver) is { } node)
                {
                    node.EncryptionKey = ChoiceValue.Of(c.Guard, Key(c, c.Arguments[0], node.Stack, key), node.EncryptionKey);
                }

                return ConstantValue.Null;
            })
            .Getter(type, attribute, c => Call.Node<SecretNode>(c.Receiver) is { } node ? TextValue.Of(node.Arn) : c.UnknownResult("the database is not known"));
    }

    private static Value Key(Call call, Value property, StackNode? stack, Func<Call, Value, Value> key) => call.Map(property, (value, on) =>
        value is UnknownValue or { IsNull: true } ? value : Keys.Named(on, key(on, value), stack));
}
