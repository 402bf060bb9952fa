using EcsExecRole.Analyzers.Evaluation;

namespace EcsExecRole.Analyzers.Cdk;

/// <summary><c>taskDefinition.AddExtension(extension)</c> calls the extension's <c>Extend(taskDefinition)</c>, which is the program's own code: CDK ships none.</summary>
internal static class TaskDefinitionExtensions
{
    public static Value Add(Call call)
    {
        foreach (var (extension, guard) in call.Each(call["extension"]))
        {
            var on = call.On(guard);
            if (extension is not ObjectValue instance || !on.Evaluator.TryCallBack(instance, "Extend", [call.Receiver!], on.Site))
            {
                UnmodelledCalls.Escape(call.Model, call.Receiver!, on.Site, null, "an extension that cannot be seen may change it");
            }
        }

        return ConstantValue.Null;
    }
}
