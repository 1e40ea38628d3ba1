using System;
using System.Collections.Generic;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Conformance
{
    /// <summary>Outcomes as scenarios name their members.</summary>
    internal static class Outcomes
    {
        internal static JObject Of(Bill bill)
        {
            return new JObject { { "reason", bill.Reason }, { "consumed", bill.Consumed }, { "released", bill.Released } };
        }

        internal static JObject Of(Answer answer)
        {
            return new JObject { { "text", answer.Text }, { "parts", answer.Parts }, { "dofConsumed", answer.DofConsumed } };
        }

        /// <summary>An error by its name in the table of words, and those it is a kind of.</summary>
        internal static JObject Of(Exception error)
        {
            var outcome = new JObject { { "type", Name(error.GetType()) }, { "message", error.Message } };
            if (error is ApiException api)
            {
                outcome["status"] = api.Status;
                outcome["code"] = api.Code;
            }
            if (error is InsufficientDofsException poor)
            {
                outcome["required"] = poor.Required;
                outcome["available"] = poor.Available;
                outcome["shortfall"] = poor.Shortfall;
                outcome["topUpUrl"] = poor.TopUpUrl;
            }
            if (error is RateLimitException limited && limited.RetryAfter != null)
            {
                outcome["retryAfter"] = limited.RetryAfter.Value.TotalSeconds;
            }
            if (error is SessionEndedException over)
            {
                outcome["reason"] = over.Reason;
                outcome["bill"] = over.Bill == null ? null : Of(over.Bill);
            }
            return outcome;
        }

        /// <summary>Whether an error is of the named kind, or of a kind of it.</summary>
        internal static bool Is(Exception error, string name)
        {
            for (Type type = error.GetType(); type != null; type = type.BaseType)
            {
                if (Name(type) == name)
                {
                    return true;
                }
            }
            return false;
        }

        private static string Name(Type type)
        {
            return type == typeof(JigaTimeoutException) ? "TimeoutError" : type.Name.Replace("Exception", "Error");
        }
    }
}
