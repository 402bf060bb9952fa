using EcsExecRole.Analyzers.PackageTests.Support;

namespace EcsExecRole.Analyzers.PackageTests;

/// <summary>The error log is for machines: each result says what to grant, on what, to which role.</summary>
public class SarifTests(BuiltApps apps)
{
    private string Log => apps.App("Defects", "Defects.sarif");

    [Fact]
    public void IsVersion21() => Assert.Equal("2.1.0", Sarif.VersionOf(Log));

    [Fact]
    public void EveryPermissionNamesActionsResourceRoleAndTaskDefinition()
    {
        var results = Sarif.Results(Log).Where(r => r.Id.StartsWith("EER1", StringComparison.Ordinal)).ToList();
        Assert.Equal(["EER1001", "EER1003"], results.Select(r => r.Id).Order(StringComparer.Ordinal));
        Assert.All(results, r => Assert.All(["Actions", "Resource", "Role", "TaskDefinition"], key => Assert.NotEqual("", r.Properties.GetValueOrDefault(key) ?? "")));
    }

    [Fact]
    public void TheSecretsResult()
    {
        var secret = Assert.Single(Sarif.Results(Log), r => r.Id == "EER1003").Properties;
        Assert.Equal("secretsmanager:GetSecretValue", secret["Actions"]);
        Assert.Equal("arn:aws:secretsmanager:eu-west-1:111122223333:secret:smtp-Ab12Cd", secret["Resource"]);
        Assert.Equal("MailRole", secret["Role"]);
        Assert.Equal("MailTask", secret["TaskDefinition"]);
    }

    [Fact]
    public void TheImagesResult()
    {
        var image = Assert.Single(Sarif.Results(Log), r => r.Id == "EER1001").Properties;
        Assert.Equal("ecr:BatchGetImage,ecr:GetAuthorizationToken,ecr:GetDownloadUrlForLayer", image["Actions"]);
        Assert.Equal("ExecutionRole", image["Role"]);
        Assert.Equal("OrdersTask", image["TaskDefinition"]);
    }
}
