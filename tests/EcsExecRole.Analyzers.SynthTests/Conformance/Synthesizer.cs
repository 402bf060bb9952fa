using System.Diagnostics;
using System.Reflection;
using Amazon.CDK;
using Environment = System.Environment;

namespace EcsExecRole.Analyzers.SynthTests.Conformance;

/// <summary>What synthesizing one combination of a case gave.</summary>
/// <param name="Combination">The flags and context it was synthesized with.</param>
/// <param name="Directory">The cloud assembly's folder.</param>
/// <param name="Error">What synthesis threw, or null.</param>
/// <param name="Elapsed">Time spent in the program and in CDK.</param>
public sealed record Synthesis(Combination Combination, string Directory, Exception? Error, TimeSpan Elapsed);

/// <summary>
/// Synthesizes programs with the real CDK. All share this process's one Node child, which the jsii runtime starts with the first construct and which is
/// not safe for concurrent use, so that everything runs under one lock.
/// </summary>
public static class Synthesizer
{
    private static readonly Lock Gate = new();

    private static readonly string Root = Path.Combine(Path.GetTempPath(), "ecs-exec-role-synth", Guid.NewGuid().ToString("N"));

    static Synthesizer()
    {
        // A banner on every run that an old Node is old helps nobody here; jsii wants the versions.
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "16,18,20,22");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (Directory.Exists(Root))
            {
                Directory.Delete(Root, recursive: true);
            }
        };
    }

    /// <summary>The Node executable on the path, or null; jsii cannot run without it.</summary>
    public static string? Node { get; } = FindNode();

    /// <summary>Synthesizes the program once for each combination of its flags and context.</summary>
    public static IReadOnlyList<Synthesis> Run(CaseFile file, byte[] image) => Run(file, _ => CaseCompiler.LoadBuild(file.Namespace, image));

    /// <summary>Likewise, with a program that is loaded some other way for each combination.</summary>
    public static IReadOnlyList<Synthesis> Run(CaseFile file, Func<Combination, MethodInfo> load)
    {
        lock (Gate)
        {
            return [.. file.Combinations().Select(combination => Run(file, load, combination))];
        }
    }

    private static Synthesis Run(CaseFile file, Func<Combination, MethodInfo> load, Combination combination)
    {
        var directory = Path.Combine(Root, file.Name.Replace('/', '.') + "-" + Guid.NewGuid().ToString("N")[..8]);
        Directory.CreateDirectory(directory);
        var watch = Stopwatch.StartNew();
        Exception? error = null;
        using (new EnvironmentFlags(combination.Flags))
        {
            var build = load(combination);
            try
            {
                var app = new App(new AppProps
                {
                    Outdir = directory,
                    AnalyticsReporting = false,
                    TreeMetadata = false,
                    Context = ContextOf(combination),
                });
                build.Invoke(null, [app]);
                app.Synth();
            }
            catch (TargetInvocationException thrown)
            {
                error = thrown.InnerException;
            }
            catch (Exception thrown)
            {
                error = thrown;
            }
        }

        return new Synthesis(combination, directory, error, watch.Elapsed);
    }

    private static Dictionary<string, object> ContextOf(Combination combination)
    {
        // What the CDK command line sets: construct paths, and where nested stacks' templates are. Staging would only copy assets that nobody reads.
        var context = new Dictionary<string, object>
        {
            ["aws:cdk:enable-path-metadata"] = true,
            ["aws:cdk:enable-asset-metadata"] = true,
            ["aws:cdk:disable-asset-staging"] = true,
        };
        foreach (var (key, value) in combination.Context)
        {
            context[key] = bool.TryParse(value, out var flag) ? flag : value;
        }

        return context;
    }

    private static string? FindNode()
    {
        string[] names = OperatingSystem.IsWindows() ? ["node.exe"] : ["node"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>Sets environment variables and puts back what was there.</summary>
    private sealed class EnvironmentFlags : IDisposable
    {
        private readonly Dictionary<string, string?> _before = [];

        public EnvironmentFlags(IReadOnlyDictionary<string, string> flags)
        {
            foreach (var (key, value) in flags)
            {
                _before[key] = Environment.GetEnvironmentVariable(key);
                // "(unset)" stands for a variable that is not there.
                Environment.SetEnvironmentVariable(key, value == "(unset)" ? null : value);
            }
        }

        public void Dispose()
        {
            foreach (var (key, value) in _before)
            {
                Environment.SetEnvironmentVariable(key, value);
            }
        }
    }
}
