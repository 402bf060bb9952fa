namespace EcsExecRole.Analyzers.Tests.Support;

/// <summary>The smallest app around the statements that a test is about.</summary>
internal static class CdkSource
{
    public const string Usings =
        """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Amazon.CDK;
        using Amazon.CDK.AWS.ECR;
        using Amazon.CDK.AWS.ECS;
        using Amazon.CDK.AWS.IAM;
        using Amazon.CDK.AWS.KMS;
        using Amazon.CDK.AWS.Logs;
        using Amazon.CDK.AWS.S3;
        using Amazon.CDK.AWS.SSM;
        using Constructs;
        using EcsSecret = Amazon.CDK.AWS.ECS.Secret;
        using Secret = Amazon.CDK.AWS.SecretsManager.Secret;
        using SecretAttributes = Amazon.CDK.AWS.SecretsManager.SecretAttributes;
        using SecretProps = Amazon.CDK.AWS.SecretsManager.SecretProps;

        """;

    /// <summary>A program with one environment-agnostic stack, in whose constructor the statements stand.</summary>
    /// <param name="body">The statements.</param>
    /// <param name="members">Further members of the stack.</param>
    public static string Stack(string body, string members = "") => $$"""
        {{Usings}}
        public static class Program
        {
            public static void Main()
            {
                var app = new App();
                _ = new ServiceStack(app, "Service");
                app.Synth();
            }
        }

        public class ServiceStack : Stack
        {
            public ServiceStack(Construct scope, string id)
                : base(scope, id)
            {
                {{body}}
            }

            {{members}}
        }
        """;

    /// <summary>The same, in a library: the stack's constructor has parameters that nobody passes.</summary>
    public static string Library(string parameters, string body, string members = "") => $$"""
        {{Usings}}
        public class ServiceStack : Stack
        {
            public ServiceStack(Construct scope, string id, {{parameters}})
                : base(scope, id)
            {
                {{body}}
            }

            {{members}}
        }

        public static class Program
        {
            public static void Main()
            {
            }
        }
        """;
}
