using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>One call of the API, before it is known who makes it and how often it must be tried.</summary>
    internal sealed class ApiCall
    {
        private readonly StringBuilder query = new StringBuilder();

        private ApiCall(string method, string path, bool repeatable)
        {
            Method = method;
            Path = path;
            Repeatable = repeatable;
        }

        internal string Method { get; private set; }
        internal string Path { get; private set; }

        /// <summary>Whether making it twice does what making it once does.</summary>
        internal bool Repeatable { get; private set; }

        internal string IdempotencyKey { get; private set; }
        internal bool WithoutToken { get; private set; }
        internal byte[] Body { get; private set; }
        internal string ContentType { get; private set; }

        internal string PathAndQuery
        {
            get { return Path + query; }
        }

        internal static ApiCall Get(string path)
        {
            return new ApiCall("GET", path, true);
        }

        internal static ApiCall Put(string path, JObject body = null)
        {
            return new ApiCall("PUT", path, true).With(body);
        }

        internal static ApiCall Patch(string path, JObject body)
        {
            return new ApiCall("PATCH", path, true).With(body);
        }

        internal static ApiCall Delete(string path)
        {
            return new ApiCall("DELETE", path, true);
        }

        /// <summary>Creates something or moves DOF: all its tries carry one key, the caller's if there is one.</summary>
        internal static ApiCall Once(string path, JObject body, CallOptions options)
        {
            string given = options == null ? null : options.IdempotencyKey;
            return new ApiCall("POST", path, true) { IdempotencyKey = given ?? Guid.NewGuid().ToString() }.With(body);
        }

        /// <summary>A POST that does no harm when it is made twice, such as the one for a ticket.</summary>
        internal static ApiCall Harmless(string path, JObject body = null)
        {
            return new ApiCall("POST", path, true).With(body);
        }

        /// <summary>A POST that is made once, whatever becomes of it.</summary>
        internal static ApiCall Never(string path, JObject body)
        {
            return new ApiCall("POST", path, false).With(body);
        }

        internal ApiCall Anonymous()
        {
            WithoutToken = true;
            return this;
        }

        internal ApiCall Ask(string name, string value)
        {
            if (value != null)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
            return this;
        }

        internal ApiCall Ask(string name, long? value)
        {
            return Ask(name, value == null ? null : value.Value.ToString(CultureInfo.InvariantCulture));
        }

        internal ApiCall Ask(string name, double? value)
        {
            return Ask(name, value == null ? null : value.Value.ToString(CultureInfo.InvariantCulture));
        }

        internal ApiCall Ask(string name, bool? value)
        {
            return Ask(name, value == null ? null : value.Value ? "true" : "false");
        }

        internal ApiCall Ask(string name, IEnumerable<string> values)
        {
            foreach (string value in values ?? new string[0])
            {
                Ask(name, value);
            }
            return this;
        }

        private ApiCall With(JObject body)
        {
            if (body != null)
            {
                Body = Encoding.UTF8.GetBytes(Json.Text(body));
                ContentType = "application/json";
            }
            return this;
        }

        /// <summary>One part of a path, escaped.</summary>
        internal static string Part(string value)
        {
            if (string.IsNullOrEmpty(value))
            {
                throw new ArgumentException("An id is needed.");
            }
            return Uri.EscapeDataString(value);
        }
    }
}
