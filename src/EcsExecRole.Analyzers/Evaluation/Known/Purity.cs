using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>Which methods of the base library neither change nor keep what they are given, nor hand it on in their result.</summary>
internal static class Purity
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "System.String", "System.Char", "System.Math", "System.Console", "System.Convert", "System.BitConverter", "System.Environment", "System.Guid", "System.DateTime",
        "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.TimeZoneInfo", "System.Enum", "System.Version", "System.Uri", "System.UriBuilder",
        "System.Object", "System.ValueType", "System.Type", "System.HashCode", "System.GC", "System.Random", "System.Int16", "System.Int32", "System.Int64", "System.UInt16", "System.UInt32", "System.UInt64",
        "System.Byte", "System.SByte", "System.Single", "System.Double", "System.Decimal", "System.Boolean", "System.Index", "System.Range", "System.StringComparer",
        "System.ArgumentNullException", "System.ArgumentException", "System.ArgumentOutOfRangeException", "System.ObjectDisposedException", "System.InvalidOperationException", "System.Exception", "System.IO.Path", "System.IO.File",
        "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.TextReader", "System.IO.TextWriter", "System.IO.StreamReader", "System.Text.Encoding", "System.Text.RegularExpressions.Regex",
        "System.Text.RegularExpressions.Match", "System.Text.RegularExpressions.Group", "System.Text.Json.JsonSerializer", "System.Text.Json.JsonDocument", "System.Text.Json.JsonElement", "Newtonsoft.Json.JsonConvert",
        "System.Diagnostics.Debug", "System.Diagnostics.Trace", "System.Diagnostics.Stopwatch", "System.Diagnostics.Debugger", "System.Reflection.Assembly", "System.Globalization.CultureInfo", "System.Security.Cryptography.SHA256",
        "System.Security.Cryptography.MD5", "System.Security.Cryptography.SHA1", "System.Threading.Thread", "System.Threading.Monitor", "System.Net.WebUtility", "System.Web.HttpUtility",
        "System.Runtime.InteropServices.RuntimeInformation", "System.OperatingSystem", "System.AppContext", "System.AppDomain",
    };

    private static readonly string[] Namespaces =
    [
        "Microsoft.Extensions.Logging.", "Microsoft.Extensions.Configuration.", "Serilog.", "System.Net.IPAddress", "System.Net.IPNetwork", "System.Numerics.", "NUnit.Framework.Assert", "Xunit.Assert", "System.ComponentModel.DataAnnotations.",
    ];

    private static readonly ConditionalWeakTable<INamedTypeSymbol, StrongBox<bool>> Known = new();

    public static bool IsPure(IMethodSymbol method)
    {
        // What binds a configuration writes to the object it is given.
        if (method.ContainingType is not { } type || method.Name is "Bind" or "PopulateObject")
        {
            return false;
        }

        return Known.GetValue(type.OriginalDefinition, t => new(Search(t))).Value;
    }

    private static bool Search(INamedTypeSymbol type)
    {
        var name = KnownTable.NameOf(type);
        return Types.Contains(name)
            || Namespaces.Any(n => name.StartsWith(n, StringComparison.Ordinal))
            || (type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } parent && IsData(type) && Search(parent));
    }

    /// <summary>Whether a class derives from one whose methods are pure in such a way that its own are, too.</summary>
    private static bool IsData(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));
}
