namespace EcsExecRole.Analyzers.SynthTests.Generated;

/// <summary>The ways in which C# hands a value on.</summary>
public enum Shape
{
    Inline,
    Local,
    Field,
    Property,
    StaticHelper,
    GenericIdentity,
    LocalFunction,
    Lambda,
    LambdaWithParameter,
    Lazy,
    Tuple,
    Deconstruction,
    ArrayElement,
    ListLast,
    CollectionSpread,
    DictionaryIndexer,
    DictionaryAdd,
    DictionaryTryGet,
    Conditional,
    Coalesce,
    CoalesceAssignment,
    SwitchExpression,
    RecordMember,
    RecordWith,
    RequiredInit,
    OutParameter,
    ExtensionMethod,
    Select,
    Where,
    Async,
    Foreach,
    Iterator,
    InterfaceMember,
    Callback,
    TryFinally,
    TypePattern,
    StaticRegistry,
    ConversionOperator,
    IndexedLoop,
}

/// <summary>Writes a value's detour.</summary>
internal static class Shapes
{
    /// <summary>The expression that has <paramref name="expression"/>'s value after the detour; declarations and statements go to the scope.</summary>
    public static string Wrap(Shape shape, string type, string expression, Scope scope)
    {
        var name = scope.Fresh("value");
        switch (shape)
        {
            case Shape.Inline:
                return expression;
            case Shape.Local:
                return Declared($"{type} {name} = {expression};", name);
            case Shape.Field:
                scope.Member($"private {type} _{name} = null!;");
                return Declared($"_{name} = {expression};", "_" + name);
            case Shape.Property:
                scope.Member($"public {type} P{name} {{ get; private set; }} = null!;");
                return Declared($"P{name} = {expression};", "P" + name);
            case Shape.StaticHelper:
                scope.Member($"private static {type} Pass{name}({type} given)\n{{\n    var kept = given;\n    return kept;\n}}");
                return $"Pass{name}({expression})";
            case Shape.GenericIdentity:
                scope.Type("Identity", "public static class Identity\n{\n    public static T Customize<T>(string id, T props) where T : class => props;\n}");
                return $"Identity.Customize(\"{name}\", {expression})";
            case Shape.LocalFunction:
                return Declared($"{type} F{name}() => {expression};", $"F{name}()");
            case Shape.Lambda:
                return Declared($"Func<{type}> {name} = () => {expression};", $"{name}()");
            case Shape.LambdaWithParameter:
                return Declared($"Func<{type}, {type}> {name} = given => given;", $"{name}({expression})");
            case Shape.Lazy:
                return Declared($"var {name} = new Lazy<{type}>(() => {expression});", name + ".Value");
            case Shape.Tuple:
                return Declared($"(string Name, {type} Value) {name} = (\"{name}\", {expression});", name + ".Value");
            case Shape.Deconstruction:
                return Declared($"var ({name}, _) = ({expression}, 1);", name);
            case Shape.ArrayElement:
                return Declared($"var {name} = new {type}[] {{ {expression} }};", name + "[0]");
            case Shape.ListLast:
                return Declared($"var {name} = new List<{type}>();\n{name}.Add({expression});", name + "[^1]");
            case Shape.CollectionSpread:
                return Declared($"{type}[] {name} = [{expression}];\nList<{type}> {name}Spread = [.. {name}];", name + "Spread.First()");
            case Shape.DictionaryIndexer:
                return Declared($"var {name} = new Dictionary<string, {type}> {{ [\"here\"] = {expression} }};", name + "[\"here\"]");
            case Shape.DictionaryAdd:
                return Declared($"var {name} = new Dictionary<string, {type}>();\n{name}.Add(\"here\", {expression});", name + ".Values.Single()");
            case Shape.DictionaryTryGet:
                return Declared($"var {name} = new Dictionary<string, {type}> {{ {{ \"here\", {expression} }} }};", $"({name}.TryGetValue(\"here\", out var {name}Found) ? {name}Found : throw new InvalidOperationException())");
            case Shape.Conditional:
                return Declared($"var {name} = 3;", $"({name} > 2 ? {expression} : throw new InvalidOperationException())");
            case Shape.Coalesce:
                return Declared($"{type}? {name} = null;", $"({name} ?? {expression})");
            case Shape.CoalesceAssignment:
                return Declared($"{type}? {name} = null;\n{name} ??= {expression};", name);
            case Shape.SwitchExpression:
                return Declared($"var {name} = \"prod\";", $"({name} switch {{ \"dev\" => throw new InvalidOperationException(), \"prod\" => {expression}, _ => null! }})");
            case Shape.RecordMember:
                scope.Type("Box", Box);
                return Declared($"var {name} = new Box<{type}>({expression});", name + ".Value");
            case Shape.RecordWith:
                scope.Type("Box", Box);
                return $"(new Box<{type}>(null!) with {{ Value = {expression} }}).Value";
            case Shape.RequiredInit:
                scope.Type("Holder", "public sealed class Holder<T>\n{\n    public required T Value { get; init; }\n}");
                return Declared($"var {name} = new Holder<{type}> {{ Value = {expression} }};", name + ".Value");
            case Shape.OutParameter:
                scope.Member($"private static void Fetch{name}({type} given, out {type} value) => value = given;");
                return Declared($"Fetch{name}({expression}, out var {name});", name);
            case Shape.ExtensionMethod:
                scope.Type("ValueExtensions", "public static class ValueExtensions\n{\n    public static T Also<T>(this T value) => value;\n}");
                return $"({expression}).Also()";
            case Shape.Select:
                return $"new[] {{ \"{name}\" }}.Select(_ => {expression}).Single()";
            case Shape.Where:
                return $"new {type}[] {{ {expression} }}.Where((_, index) => index == 0).ToList().First()";
            case Shape.Async:
                return Declared($"async Task<{type}> F{name}()\n{{\n    var given = await Task.FromResult({expression});\n    return given;\n}}", $"F{name}().GetAwaiter().GetResult()");
            case Shape.Foreach:
                return Declared($"{type}? {name} = null;\nforeach (var item in new {type}[] {{ {expression} }})\n{{\n    {name} = item;\n}}", name + "!");
            case Shape.Iterator:
                return Declared($"IEnumerable<{type}> F{name}()\n{{\n    yield return {expression};\n}}", $"F{name}().First()");
            case Shape.InterfaceMember:
                scope.Type("ISource", "public interface ISource<T>\n{\n    T Get();\n}\n\npublic sealed class Source<T>(T value) : ISource<T>\n{\n    public T Get() => value;\n}");
                return Declared($"ISource<{type}> {name} = new Source<{type}>({expression});", name + ".Get()");
            case Shape.Callback:
                scope.Member($"private static void Use{name}({type} given, Action<{type}> then) => then(given);");
                return Declared($"{type} {name} = null!;\nUse{name}({expression}, got => {name} = got);", name);
            case Shape.TryFinally:
                return Declared($"{type} {name};\ntry\n{{\n    {name} = {expression};\n}}\nfinally\n{{\n    Console.Out.Flush();\n}}", name);
            case Shape.TypePattern:
                return Declared($"object {name} = {expression};", $"({name} is {type} {name}Typed ? {name}Typed : throw new InvalidOperationException())");
            case Shape.StaticRegistry:
                scope.Type("Registry", "public static class Registry\n{\n    private static readonly Dictionary<string, object> Entries = new();\n\n    public static void Set(string key, object value) => Entries[key] = value;\n\n    public static T Get<T>(string key) => (T)Entries[key];\n}");
                return Declared($"Registry.Set(\"{name}\", {expression});", $"Registry.Get<{type}>(\"{name}\")");
            case Shape.ConversionOperator:
                scope.Type("Wrapper", "public sealed class Wrapper<T>(T value) where T : class\n{\n    public T Value { get; } = value;\n\n    public static explicit operator T(Wrapper<T> wrapper) => wrapper.Value;\n}");
                // A user-defined conversion to an interface does not exist.
                return type.Split('.')[^1].StartsWith('I') ? Declared($"var {name} = new Wrapper<{type}>({expression});", name + ".Value") : $"(({type})new Wrapper<{type}>({expression}))";
            case Shape.IndexedLoop:
                return Declared($"var {name} = new {type}?[2];\nfor (var i = 0; i < {name}.Length; i++)\n{{\n    {name}[i] = i == 1 ? {expression} : null;\n}}", name + "[1]!");
            default:
                throw new ArgumentOutOfRangeException(nameof(shape));
        }

        string Declared(string statements, string result)
        {
            scope.Statement(statements);
            return result;
        }
    }

    private const string Box = "public sealed record Box<T>(T Value);";
}
