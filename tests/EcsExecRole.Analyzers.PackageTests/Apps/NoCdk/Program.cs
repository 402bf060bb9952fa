Console.WriteLine(new Stack("orders").Name);

internal sealed class Stack(string name)
{
    public string Name { get; } = name;
}
