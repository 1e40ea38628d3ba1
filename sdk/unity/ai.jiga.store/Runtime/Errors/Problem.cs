using System;
using System.Collections.Generic;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>A refusal as the store writes it: RFC 9457 over HTTP, an <c>error</c> frame on a line.</summary>
    internal sealed class Problem
    {
        private static readonly HashSet<string> Standard = new HashSet<string>
        {
            "type", "title", "status", "detail", "instance", "code", "error", "requestId", "timestamp", "errors", "params",
            "message", "accepted", "done", "dofConsumed", "replayed",
        };

        internal int Status { get; private set; }
        internal string Code { get; private set; }
        internal string Detail { get; private set; }
        internal string RequestId { get; private set; }
        internal bool Retryable { get; private set; }
        internal JObject Params { get; private set; }
        internal IReadOnlyDictionary<string, string> Fields { get; private set; }

        /// <summary>What an answer other than 2xx says; one without a problem, of a proxy in between, is told by its status.</summary>
        internal static Problem OfAnswer(int status, string body, string requestId)
        {
            JObject json = Json.Parse(body) ?? new JObject();
            return new Problem
            {
                Status = status,
                Code = Members.Text(json, "code") ?? "HTTP_" + status,
                Detail = Members.Text(json, "detail") ?? Members.Text(json, "title") ?? "The store answered " + status + ".",
                RequestId = Members.Text(json, "requestId") ?? requestId,
                Retryable = Retries.IsTransient(status),
                Params = ParamsOf(json),
                Fields = FieldsOf(json),
            };
        }

        /// <summary>What an error frame says. It has no status: the one that its code has over HTTP is put in.</summary>
        internal static Problem OfFrame(ErrorFrame frame)
        {
            bool failed = frame.Accepted == true;
            string code = frame.Code ?? "UNKNOWN";
            return new Problem
            {
                Status = StatusOf(code, failed),
                Code = code,
                Detail = frame.Message ?? "The store refused this.",
                Retryable = failed || code == "INTERNAL" || code == "UNAVAILABLE",
                Params = ParamsOf(frame.Data),
                Fields = FieldsOf(frame.Data),
            };
        }

        internal static Problem Local(int status, string code, string detail)
        {
            return new Problem
            {
                Status = status, Code = code, Detail = detail, Params = new JObject(), Fields = new Dictionary<string, string>(),
            };
        }

        internal ApiException AsException(TimeSpan? retryAfter = null)
        {
            switch (Status)
            {
                case 400:
                case 413:
                case 415:
                case 422:
                    return new ValidationException(this);
                case 401:
                    return new AuthenticationException(this);
                case 402:
                    // A budget without room is another matter: no top-up mends it.
                    return Code == "BUDGET_EXCEEDED" ? new ApiException(this) : new InsufficientDofsException(this);
                case 403:
                    return new PermissionException(this);
                case 404:
                case 410:
                    return new NotFoundException(this);
                case 409:
                case 412:
                    return new ConflictException(this);
                case 429:
                    return new RateLimitException(this, retryAfter);
                default:
                    return new ApiException(this);
            }
        }

        internal string Sentence()
        {
            return Status + " " + Code + ": " + Detail + (RequestId == null ? "" : " (request " + RequestId + ")");
        }

        internal long? Amount(params string[] names)
        {
            foreach (string name in names)
            {
                long? amount = Members.MaybeLong(Params, name);
                if (amount != null)
                {
                    return amount;
                }
            }
            return null;
        }

        private static int StatusOf(string code, bool failed)
        {
            switch (code)
            {
                case "ALLOCATION_EXHAUSTED":
                case "INSUFFICIENT_DOFS":
                case "BUDGET_EXCEEDED":
                    return 402;
                case "INVALID_TOKEN":
                    return 401;
                case "SESSION_PAUSED":
                case "CONNECTED_ELSEWHERE":
                case "SESSION_ENDED":
                case "SEQ_OUT_OF_ORDER":
                    return 409;
                case "RATE_LIMITED":
                    return 429;
                case "INTERNAL":
                    return 500;
                case "UNAVAILABLE":
                    return 503;
                default:
                    return failed ? 502 : 422;
            }
        }

        /// <summary>The figures stand at the top level, or in <c>params</c>, or in both.</summary>
        private static JObject ParamsOf(JObject json)
        {
            JObject given = Members.Object(json, "params");
            JObject all = given == null ? new JObject() : (JObject)given.DeepClone();
            foreach (JProperty each in json.Properties())
            {
                if (!Standard.Contains(each.Name) && all[each.Name] == null)
                {
                    all[each.Name] = each.Value.DeepClone();
                }
            }
            return all;
        }

        private static IReadOnlyDictionary<string, string> FieldsOf(JObject json)
        {
            var fields = new Dictionary<string, string>();
            foreach (JObject each in Members.ObjectList(json, "errors"))
            {
                fields[Members.Text(each, "field") ?? ""] = Members.Text(each, "message");
            }
            return fields;
        }
    }
}
