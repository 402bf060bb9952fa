// Environment file, credential spec, FireLens configuration and registry credentials of a level-1 container.
// expect: Task: missing s3:GetBucketLocation, s3:GetObject, secretsmanager:GetSecretValue
using System.Collections.Generic;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK;
using Constructs;

namespace Cases.L1.FilesOfContainer;

public class ServiceStack : Stack
{
    public ServiceStack(Construct scope, string id, IStackProps? props = null) : base(scope, id, props)
    {
        var role = new Role(this, "Execution", new RoleProps { AssumedBy = new ServicePrincipal("ecs-tasks.amazonaws.com") });
        _ = new CfnTaskDefinition(this, "Task", new CfnTaskDefinitionProps
        {
            RequiresCompatibilities = new[] { "EC2" },
            ExecutionRoleArn = role.RoleArn,
            ContainerDefinitions = new object[]
            {
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "router",
                    Image = "fluent/fluent-bit",
                    FirelensConfiguration = new CfnTaskDefinition.FirelensConfigurationProperty
                    {
                        Type = "fluentbit",
                        Options = new Dictionary<string, string> { ["config-file-type"] = "s3", ["config-file-value"] = "arn:aws:s3:::config/fluent.conf" },
                    },
                },
                new CfnTaskDefinition.ContainerDefinitionProperty
                {
                    Name = "app",
                    Image = "registry.example.com/app",
                    RepositoryCredentials = new CfnTaskDefinition.RepositoryCredentialsProperty { CredentialsParameter = "arn:aws:secretsmanager:us-east-1:111111111111:secret:shop/db-a1B2c3" },
                    EnvironmentFiles = new object[] { new CfnTaskDefinition.EnvironmentFileProperty { Type = "s3", Value = "arn:aws:s3:::shop-config/app.env" } },
                    CredentialSpecs = new[] { "credentialspec:arn:aws:s3:::shop-specs/gmsa.json" },
                },
            },
        });
    }
}

public static class Program
{
    public static void Build(App app) => new ServiceStack(app, "Service", new StackProps
    {
        Env = new Amazon.CDK.Environment { Account = "111111111111", Region = "us-east-1" },
    });
}
