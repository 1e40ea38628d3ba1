using System;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>A group of the API's operations.</summary>
    public abstract class Resource
    {
        internal const string V1 = "/api/v1";

        internal Resource(Caller caller)
        {
            Caller = caller;
        }

        internal Caller Caller { get; private set; }

        internal Task<T> Ask<T>(ApiCall call, Func<JObject, T> read, CallOptions how, CancellationToken cancel)
        {
            return Caller.Ask(call, read, how, cancel);
        }

        internal Pages<T> List<T>(Func<ApiCall> call, Func<JObject, T> read, CallOptions how)
        {
            return new Pages<T>((cursor, cancel) =>
                Caller.Ask(call().Ask("cursor", cursor), o => new Page<T>(o, read), how, cancel));
        }

        internal static string Part(string value)
        {
            return ApiCall.Part(value);
        }
    }
}
