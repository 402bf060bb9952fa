using Amazon.CDK.AWS.SQS;
using Storefront.Configuration;

namespace Storefront.Constructs;

/// <summary>One kind of queue worker.</summary>
internal sealed record WorkerSettings(string Name, Queue Queue, int Cpu, int MemoryMiB, int Count)
{
    public string LogGroupName(StorefrontEnvironment target) => $"/storefront/{target.Stage}/workers/{Name}";
}
