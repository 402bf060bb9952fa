using EcsExecRole.Analyzers.Tests.Support;

namespace EcsExecRole.Analyzers.Tests.Cdk.Ecs;

/// <summary>Section 3 of the facts: secrets of containers.</summary>
public class EcsSecretTests
{
    private const string Image = "Image = ContainerImage.FromRegistry(\"x\"), ";
    private const string Read = "Allow secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on secretsmanager:secret:n-??????";
    private const string ReadParameter = "Allow ssm:DescribeParameters, ssm:GetParameters, ssm:GetParameter, ssm:GetParameterHistory on ssm:parameter/a/b";
    private const string Before = "var secret = Secret.FromSecretNameV2(this, \"S\", \"n\"); var parameter = StringParameter.FromStringParameterName(this, \"P\", \"/a/b\");";

    [Theory]
    [InlineData("EcsSecret.FromSecretsManager(secret)", Read, "secretsmanager:secret:n of S")]
    [InlineData("EcsSecret.FromSecretsManager(secret, \"f\")", Read, "secretsmanager:secret:n:f:: of S")]
    [InlineData("EcsSecret.FromSecretsManagerVersion(secret, new SecretVersionInfo { VersionStage = \"AWSPENDING\" }, \"f\")", Read, "secretsmanager:secret:n:f:AWSPENDING: of S")]
    [InlineData("EcsSecret.FromSecretsManagerVersion(secret, new SecretVersionInfo { VersionId = \"1\" })", Read, "secretsmanager:secret:n:::1 of S")]
    [InlineData("EcsSecret.FromSsmParameter(parameter)", ReadParameter, "ssm:parameter/a/b of P")]
    public void AreGrantedAndRendered(string secret, string grant, string need)
    {
        foreach (var (options, after) in new[] { ($"Secrets = new Dictionary<string, EcsSecret> {{ [\"K\"] = {secret} }}", ""), ("", $".AddSecret(\"K\", {secret})") })
        {
            var run = EcsRun.Fargate($"{Before} td.AddContainer(\"app\", new ContainerDefinitionOptions {{ {Image} {options} }}){after};");
            Assert.Equal(grant, run.Role);
            Assert.Equal("app: image x\napp: secret K " + need, run.Needs);
            Assert.Contains(secret, run.Origins);
        }
    }

    [Fact]
    public void GrantReadIsTheProgramsOwn()
    {
        var run = EcsRun.Fargate(Before + "EcsSecret.FromSsmParameter(parameter).GrantRead(td.ObtainExecutionRole());");
        Assert.Equal(ReadParameter, run.Role);
        Assert.All(run.Graph.Roles.Single(r => r.Name == "Task/ExecutionRole").Statements, s => Assert.False(s.IsAutomatic));
    }

    [Theory]
    [InlineData("EcsSecret.FromSecretsManager(secret, \"f\")", "secretsmanager:secret:n:f::")]
    [InlineData("EcsSecret.FromSsmParameter(parameter)", "ssm:parameter/a/b")]
    public void ArnIsTheValueFrom(string secret, string arn)
    {
        var run = EcsRun.Stack(Before + $"new CfnTaskDefinition(this, \"T\", new CfnTaskDefinitionProps {{ ContainerDefinitions = new[] {{ new CfnTaskDefinition.ContainerDefinitionProperty {{ Name = \"app\", Image = {secret}.Arn }} }} }});");
        Assert.Equal("app: image " + arn, run.Needs);
    }

    [Fact]
    public void ChoicesAreGrantedOnTheirPaths()
    {
        var run = EcsRun.Container(
            Image + "Secrets = new Dictionary<string, EcsSecret> { [\"K\"] = inStore ? EcsSecret.FromSsmParameter(parameter) : EcsSecret.FromSecretsManager(secret) }", Before, "bool inStore");
        Assert.Equal("app: image x\napp: secret K ssm:parameter/a/b of P when inStore\napp: secret K secretsmanager:secret:n of S when not inStore", run.Needs);
        Assert.Equal(ReadParameter + " when inStore\n" + Read + " when not inStore", run.Role);
    }

    [Fact]
    public void SecretUnderAFlagIsNeededUnderIt()
    {
        var run = EcsRun.Fargate(Before + $"var c = td.AddContainer(\"app\", new ContainerDefinitionOptions {{ {Image} }}); if (flag) c.AddSecret(\"K\", EcsSecret.FromSecretsManager(secret));", "bool flag");
        Assert.Equal("app: image x\napp: secret K secretsmanager:secret:n of S when flag", run.Needs);
        Assert.Contains(Read + " when flag", run.Role);
        Assert.Contains("none when not flag", run.Role);
    }

    [Theory]
    [InlineData("Secrets = secrets", "SecretMap secrets", "secret ?further secrets")]
    [InlineData("Secrets = new Dictionary<string, EcsSecret> { [\"K\"] = secret2 }", "EcsSecret secret2", "secret K ?secret2.Arn")]
    public void UnknownOnesMayBeAny(string options, string parameters, string need)
    {
        var run = EcsRun.Container(Image + options, parameters: parameters);
        Assert.Equal("unknown secretsmanager/ssm/kms", run.Role);
        Assert.Equal("app: image x\napp: " + need, run.Needs);
    }

    [Fact]
    public void UnknownSecretOfALibraryIsTheSameSecret()
    {
        var run = EcsRun.Container(Image + "Secrets = new Dictionary<string, EcsSecret> { [\"K\"] = EcsSecret.FromSecretsManager(given) }", parameters: "Amazon.CDK.AWS.SecretsManager.ISecret given");
        Assert.StartsWith("Allow secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on ${given.SecretArn}", run.Role);
        Assert.Equal("app: image x\napp: secret K ${given.SecretArn} of given", run.Needs);
    }
}
