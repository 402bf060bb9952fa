using System.Globalization;
using System.Text;

namespace EcsExecRole.Analyzers.Iam.Documents;

/// <summary>Reads JSON (RFC 8259). An analyzer can't bring a library for it, and the compiler has none to lend.</summary>
internal sealed class JsonReader
{
    /// <summary>Deeper than any policy; a file that nests further would only overflow the stack.</summary>
    private const int MaxDepth = 64;

    private readonly string text;
    private int at;

    private JsonReader(string text) => this.text = text;

    /// <exception cref="DocumentException">The text is not JSON.</exception>
    public static Json Read(string text)
    {
        var reader = new JsonReader(text);
        if (text.Length > 0 && text[0] == '\uFEFF')
        {
            reader.at++;
        }

        var value = reader.Value(0);
        reader.SkipSpace();
        return reader.at == text.Length ? value : throw reader.Expected("the end of the file");
    }

    private Json Value(int depth)
    {
        SkipSpace();
        if (depth > MaxDepth)
        {
            throw new DocumentException("it is nested too deeply", at);
        }

        return Peek switch
        {
            '{' => Object(depth),
            '[' => List(depth),
            '"' => new JsonText(String(out var start), start),
            _ => Word(),
        };
    }

    private char Peek => at < text.Length ? text[at] : '\0';

    private JsonObject Object(int depth)
    {
        var start = at++;
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var more = !Take('}'); more; more = More('}'))
        {
            SkipSpace();
            if (Peek != '"')
            {
                throw Expected("a name in quotes");
            }

            var name = String(out var position);
            if (!names.Add(name))
            {
                throw new DocumentException($"'{name}' is there twice", position);
            }

            if (!Take(':'))
            {
                throw Expected("':'");
            }

            members.Add(new(name, Value(depth + 1), position));
        }

        return new(members.ToImmutable(), start);
    }

    private JsonList List(int depth)
    {
        var start = at++;
        var items = ImmutableArray.CreateBuilder<Json>();
        for (var more = !Take(']'); more; more = More(']'))
        {
            items.Add(Value(depth + 1));
        }

        return new(items.ToImmutable(), start);
    }

    private bool More(char end) => Take(',') || (Take(end) ? false : throw Expected($"',' or '{end}'"));

    private string String(out int start)
    {
        start = at++;
        var value = new StringBuilder();
        while (true)
        {
            var c = Peek;
            if (c < ' ')
            {
                throw new DocumentException("a string does not end", start);
            }

            at++;
            if (c == '"')
            {
                return value.ToString();
            }

            value.Append(c == '\\' ? Escaped() : c);
        }
    }

    private char Escaped()
    {
        var c = Peek;
        at++;
        if (c == 'u' && at + 4 <= text.Length && int.TryParse(text.Substring(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            at += 4;
            return (char)code;
        }

        return c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw new DocumentException("a string has an escape that JSON does not have", at - 2),
        };
    }

    private JsonWord Word()
    {
        var start = at;
        while (Peek is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '+' or '.' or 'E')
        {
            at++;
        }

        var word = text.Substring(start, at - start);
        if (word is "true" or "false" or "null" || (word.Length > 0 && word[0] is '-' or (>= '0' and <= '9') && double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            return new(word, start);
        }

        at = start;
        throw Expected("a value");
    }

    /// <summary>Takes a character, with the space before it, if it is there.</summary>
    private bool Take(char c)
    {
        SkipSpace();
        if (Peek != c)
        {
            return false;
        }

        at++;
        return true;
    }

    private void SkipSpace()
    {
        while (Peek is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }
    }

    private DocumentException Expected(string what) => new("expected " + what, at);
}
