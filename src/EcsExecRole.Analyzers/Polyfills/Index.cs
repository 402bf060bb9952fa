namespace System;

/// <summary>What list patterns count positions with.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public bool IsFromEnd { get; } = fromEnd;

    public int Value { get; } = value;

    public int GetOffset(int length) => IsFromEnd ? length - Value : Value;
}
