using Microsoft.CodeAnalysis;
using EcsExecRole.Analyzers.Symbolic;

namespace EcsExecRole.Analyzers.Evaluation;

/// <summary>
/// What code outside the compilation does: the evaluator asks it wherever a program calls something whose source it does not have. One instance
/// serves one run over one root, and gathers in itself what the program built.
/// </summary>
internal abstract class Library
{
    /// <summary>Whether the constructors of <paramref name="type"/> are worth running by themselves when nothing in the compilation calls them.</summary>
    public abstract bool IsRoot(INamedTypeSymbol type);

    /// <summary>Whether a method whose text has this identifier is worth running by itself when nothing in the compilation calls it.</summary>
    public abstract bool IsRootWord(string identifier);

    /// <summary>Runs a constructor on <paramref name="instance"/>, whose type may be one of the program's own that derives from the library's.</summary>
    /// <returns>Whether the constructor is known; else the evaluator takes the object's state as unknown.</returns>
    public abstract bool TryConstruct(ObjectValue instance, IMethodSymbol constructor, Arguments arguments, CallSite site);

    /// <summary>Runs a method.</summary>
    /// <param name="method">The method that the program names.</param>
    /// <param name="receiver">The receiver, never a choice; null for a static method. Extension methods come in their static form.</param>
    /// <param name="arguments">The arguments by parameter.</param>
    /// <param name="site">The call.</param>
    /// <param name="result">What it returns.</param>
    /// <returns>Whether the method is known; else its result is unknown and every object passed to it escapes.</returns>
    public abstract bool TryInvoke(IMethodSymbol method, Value? receiver, Arguments arguments, CallSite site, out Value result);

    /// <summary>Reads a property of the library's own type.</summary>
    public abstract bool TryGet(IPropertySymbol property, Value? receiver, CallSite site, out Value result);

    /// <summary>Reads a field of the library's own type that is not a constant.</summary>
    public virtual bool TryGetField(IFieldSymbol field, Value? receiver, CallSite site, out Value result)
    {
        result = ConstantValue.Null;
        return false;
    }

    /// <summary>Assigns a property of the library's own type. False leaves it to the evaluator, which keeps the value in the object.</summary>
    public abstract bool TrySet(IPropertySymbol property, Value receiver, Value value, CallSite site);

    /// <summary>Whether <see cref="TrySet"/> may do something for a property, whatever the receiver.</summary>
    public virtual bool HasSetter(IPropertySymbol property) => true;

    /// <summary>Code that cannot be seen got hold of <paramref name="value"/>: from now on, on the paths of the site, anything may have been done to it.</summary>
    public abstract void Escape(Value value, CallSite site, string reason);

    /// <summary>Whether a word names a way to everything that hangs below an object.</summary>
    public virtual bool IsTreeWord(string identifier) => false;

    /// <summary>The same as <see cref="Escape"/>, for all that hangs below an object.</summary>
    /// <param name="root">The object.</param>
    /// <param name="word">The word by which it is reached; null where none is known.</param>
    /// <param name="site">Where.</param>
    /// <param name="reason">Why it is not known.</param>
    public virtual void LoseTree(ObjectValue root, string? word, CallSite site, string reason)
    {
    }

    /// <summary>The same as <see cref="Escape"/>, for what the program made, or makes later, under one of these names.</summary>
    /// <param name="names">The names.</param>
    /// <param name="site">Where.</param>
    /// <param name="reason">Why it is not known.</param>
    public virtual void LoseNamed(IReadOnlyCollection<string> names, CallSite site, string reason)
    {
    }

    /// <summary>Whether objects of a type do something to others by themselves, once they are attached to them.</summary>
    public virtual bool IsVisitor(INamedTypeSymbol type) => false;

    /// <summary>Such an object may be attached to whatever the program made, on the paths of the site.</summary>
    public virtual void Attach(ObjectValue visitor, CallSite site)
    {
    }

    /// <summary>The program calls a method on null, which throws, or leaves the call out because of it (<c>?.</c>).</summary>
    /// <param name="receiver">The null.</param>
    /// <param name="method">The method.</param>
    /// <param name="site">The call or the conditional access, on the paths on which the receiver is null.</param>
    public virtual void CallOnNull(ConstantValue receiver, IMethodSymbol method, CallSite site)
    {
    }

    /// <summary>The root has run to its end: do what waits for that.</summary>
    public virtual void Finish()
    {
    }
}
