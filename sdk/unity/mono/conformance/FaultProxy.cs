using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

namespace Jiga.Store.Conformance
{
    /// <summary>sdk/conformance/proxy.py, running until this lets go of it.</summary>
    internal sealed class FaultProxy : IDisposable
    {
        private readonly Process process;
        private readonly string control;

        internal FaultProxy(string folder, string store)
        {
            process = Process.Start(new ProcessStartInfo
            {
                FileName = "python3",
                Arguments = "\"" + Path.Combine(folder, "proxy.py") + "\" --store " + store,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            });
            string line = process.StandardOutput.ReadLine();
            if (line == null)
            {
                throw new InvalidOperationException("The proxy did not start.");
            }
            JObject where = Parsed.Object(line);
            Url = (string)where["url"];
            control = (string)where["control"];
        }

        internal string Url { get; private set; }

        internal Task Fault(JToken rule)
        {
            return Http.Send("POST", control + "/faults", rule);
        }

        internal Task Now(JToken what)
        {
            return Http.Send("POST", control + "/now", what);
        }

        internal async Task Check(JToken expected)
        {
            var failures = (JArray)(await Http.Send("POST", control + "/check", expected))["failures"];
            if (failures.Count > 0)
            {
                throw new UnexpectedOutcome(string.Join("; ", failures.Select(failure => failure.ToString())));
            }
        }

        public void Dispose()
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(3000))
            {
                process.Kill();
            }
            process.Dispose();
        }
    }
}
