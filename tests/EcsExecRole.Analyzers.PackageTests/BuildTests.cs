using EcsExecRole.Analyzers.PackageTests.Support;

namespace EcsExecRole.Analyzers.PackageTests;

/// <summary>What a user's build says.</summary>
public class BuildTests(BuiltApps apps)
{
    [Theory]
    [InlineData("Defects")]
    [InlineData("Format")]
    [InlineData("GeneratedCode")]
    [InlineData("RoleFiles")]
    [InlineData("Suppressed")]
    public void WarnsWhereTheProgramIsMarked(string app)
    {
        var marked = apps.Marked(app).ToList();
        Assert.NotEmpty(marked);
        Assert.Equal(marked, Lines(app));
    }

    [Theory]
    [InlineData("Corrected")]
    [InlineData("NoCdk")]
    public void IsSilentWhereNothingIsWrong(string app)
    {
        Assert.True(File.Exists(apps.App(app, "bin", "Debug", "net10.0", app + ".dll")), apps.Output);
        Assert.Empty(Lines(app));
    }

    /// <summary>The compiler would say so where it can't load the package or the analyzer threw.</summary>
    [Theory]
    [InlineData("CS8032")]
    [InlineData("CS8785")]
    [InlineData("CS9057")]
    [InlineData("AD0001")]
    public void LoadsWithoutComplaint(string id) => Assert.DoesNotContain(id, apps.Output, StringComparison.Ordinal);

    [Fact]
    public void EditorConfigRaisesLowersAndDisablesRules()
    {
        var error = Assert.Single(apps.Marked("Severities", "error"), m => m.EndsWith("EER2001", StringComparison.Ordinal));
        Assert.Equal([error], Lines("Severities"));

        // Lowered, but there.
        Assert.Contains(Sarif.Results(apps.App("Severities", "Severities.sarif")), r => r is { Id: "EER1001", Level: "note" });
        Assert.DoesNotContain(Sarif.Results(apps.App("Severities", "Severities.sarif")), r => r.Id == "EER1003");
    }

    [Fact]
    public void EditorConfigSetsCategories()
    {
        Assert.Equal(apps.Marked("Categories", "error").Where(m => m.Contains("EER2", StringComparison.Ordinal)), Lines("Categories").Where(m => !m.EndsWith("EER2010", StringComparison.Ordinal)));

        // A category's severity also raises its hidden rule. A line of the rule's own, as in Severities, keeps it hidden.
        Assert.Contains(Lines("Categories"), m => m.EndsWith("error EER2010", StringComparison.Ordinal));
    }

    [Fact]
    public void TheStrictPresetMakesErrorsOfWarnings() => Assert.Equal(apps.Marked("Strict", "error"), Lines("Strict"));

    [Fact]
    public void AGlobalConfigFileSetsRulesAndOptions()
    {
        var places = apps.Marked("GlobalConfig").Where(m => !m.EndsWith("EER1003", StringComparison.Ordinal)).Select(m => m.EndsWith("EER1001", StringComparison.Ordinal) ? m.Replace("warning", "error", StringComparison.Ordinal) : m);
        Assert.Equal(["warning EER9003", .. places], Lines("GlobalConfig"));
    }

    [Fact]
    public void AnOptionThatIsNotUnderstoodIsReportedOnceAndIgnored()
    {
        var mistakes = apps.In("Options").Where(r => r.Id == "EER9003").ToList();
        Assert.Equal(["warning EER9003", "warning EER9003"], mistakes.Select(m => m.Short));
        Assert.Contains(mistakes, m => m.Message.Contains("'the shared one'", StringComparison.Ordinal));
        Assert.Contains(mistakes, m => m.Message.Contains("'ecs_exec_role.sufficient_role'", StringComparison.Ordinal));

        // The list's other item counts: the roles made in OrdersStack suffice, and what has no role still has none.
        Assert.Equal(["EER2001"], apps.In("Options").Select(r => r.Id).Except(["EER9003"]));
    }

    [Fact]
    public void EachTargetFrameworkIsAProgramOfItsOwn()
    {
        Assert.Equal(apps.Marked("MultiTargeted"), Lines("MultiTargeted"));
        Assert.Matches(@"EER2001.*MultiTargeted\.csproj::TargetFramework=net8\.0\]", apps.Output);
        Assert.DoesNotMatch(@"EER2001.*MultiTargeted\.csproj::TargetFramework=net10\.0\]", apps.Output);
    }

    [Theory]
    [InlineData("Shop.Constructs")]
    [InlineData("Shop.Orders")]
    [InlineData("Shop.Billing")]
    public void ASharedLibraryIsJudgedInItsOwnProject(string app) => Assert.Equal(apps.Marked(app), Lines(app));

    [Fact]
    public async Task WarningsAsErrorsFailTheBuild()
    {
        var build = await apps.Run(apps.App("Errors"), "build", "-warnaserror");
        Assert.Equal(1, build.ExitCode);
        Assert.Equal(apps.Marked("Errors", "error"), Reported.In(build.Output).Select(r => r.Short));
    }

    /// <summary>Without an IDE: every warning that has a fix is gone, in all files, and what was there is left as it was.</summary>
    [Fact]
    public async Task DotNetFormatFixesAnApp()
    {
        var folder = apps.App("Formatted");
        var restore = await apps.Run(folder, "restore");
        Assert.True(restore.ExitCode == 0, restore.Output);
        var format = await apps.Run(folder, "format", "analyzers", "--no-restore");
        Assert.True(format.ExitCode == 0, format.Output);
        var build = await apps.Run(folder, "build", "--no-restore", "-warnaserror");

        var program = await File.ReadAllTextAsync(apps.App("Formatted", "Program.cs"), TestContext.Current.CancellationToken);
        Assert.True(build.ExitCode == 0, build.Output + program);
        Assert.Empty(Reported.In(build.Output));
        Assert.Contains("// The platform team's naming rules apply.", program, StringComparison.Ordinal);
        Assert.Contains("""new ServicePrincipal("ecs-tasks.amazonaws.com")""", program, StringComparison.Ordinal);
        Assert.Contains("flags.GrantRead(role);", program, StringComparison.Ordinal);
        Assert.Contains("""var report = new FargateTaskDefinition(this, "ReportTask", new FargateTaskDefinitionProps { ExecutionRole = reportExecutionRole });""", program, StringComparison.Ordinal);
        Assert.Contains("reportExecutionRole.AddToPolicy(", program, StringComparison.Ordinal);
        Assert.DoesNotContain("report.", program.Replace("report.AddContainer(", ""), StringComparison.Ordinal);

        var mail = await File.ReadAllTextAsync(apps.App("Formatted", "Mail.cs"), TestContext.Current.CancellationToken);
        Assert.Contains("task.AddToExecutionRolePolicy(", mail, StringComparison.Ordinal);
        Assert.Contains("ecr:BatchGetImage", mail, StringComparison.Ordinal);
    }

    private IEnumerable<string> Lines(string app) => apps.In(app).Select(r => r.Short);
}
