using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store;
using Jiga.Store.Editor;
using NUnit.Framework;
using UnityEngine;

namespace Jiga.Store.Mono.Tests
{
    /// <summary>What is written for Unity, against the shim: compiled as in the editor.</summary>
    public sealed class UnityTests
    {
        [Test]
        public void unityWebRequestCarriesCallsAndRefusals()
        {
            using (var store = new TinyServer())
            {
                store.Answers[0] = "200 {\"items\":[{\"listingId\":\"nova\"}],\"total\":13}";
                store.Answers[1] = "200 {\"available\":500,\"held\":20}";
                store.Answers[2] = "402 {\"code\":\"INSUFFICIENT_DOFS\",\"shortfall\":7}";
                JigaStore client = Client(store.Url);
                string found = StoreCheck.Run(client, true, CancellationToken.None).Result;
                Assert.That(found, Is.EqualTo("The store answers: 13 agents are listed. The key is good: 500 DOF to spend, 20 set aside."));
                var failure = Assert.Throws<AggregateException>(() => client.Marketplace.HireAsync("nova", 20000).Wait());
                var e = (InsufficientDofsException)failure.InnerException;
                Assert.That(e.Shortfall, Is.EqualTo(7));
                Assert.That(store.Seen[2], Is.EqualTo("POST /api/v1/marketplace/nova/hire {\"dofAllocation\":20000}"));
                StringAssert.StartsWith("jiga-store-unity/" + SdkVersion.Number + " (Unity 0.0.0shim; LinuxEditor)", store.Agents[2]);
            }
        }

        [Test]
        public void aStoreThatIsNotThereIsAConnectionException()
        {
            JigaStore client = Client("http://127.0.0.1:1").WithOptions(o => o.MaxRetries = 0);
            Exception e = Assert.Throws<AggregateException>(() => client.Wallet.GetAsync().Wait()).InnerException;
            Assert.That(e, Is.InstanceOf<ConnectionException>());
        }

        [Test]
        public void aCallThatIsCancelledElsewhereIsAborted()
        {
            using (var store = new TinyServer())
            using (var stop = new CancellationTokenSource())
            {
                store.Answers[0] = TinyServer.Never;
                Task asking = Client(store.Url).Wallet.GetAsync(stop.Token);
                Assert.That(SpinWait.SpinUntil(() => store.Seen.Count == 1, 5000), Is.True);
                stop.Cancel();
                Exception e = Assert.Throws<AggregateException>(() => asking.Wait(5000)).InnerException;
                Assert.That(e, Is.InstanceOf<OperationCanceledException>());
            }
        }

        [Test]
        public void timeIsToldByFramesAndNothingTicksWhenNobodyWaits()
        {
            var clock = new FrameClock();
            var stop = new CancellationTokenSource();
            Task soon = clock.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            Task never = clock.Delay(TimeSpan.FromHours(1), stop.Token);
            Shim.Frame(0.5f);
            Assert.That(soon.IsCompleted, Is.False);
            Shim.Frame(0.6f);
            Assert.That(soon.IsCompleted, Is.True);
            stop.Cancel();
            Assert.That(never.IsCanceled, Is.True);
            Assert.That(clock.Delay(TimeSpan.FromSeconds(1), stop.Token).IsCanceled, Is.True);
            Shim.Frame(0.1f);
            Shim.Frame(0.1f);
            Assert.That(((Behaviour)Shim.Components[0]).enabled, Is.False);
            Task again = clock.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            Shim.Frame(1.1f);
            Assert.That(again.IsCompleted, Is.True);
        }

        [Test]
        public void theHudSaysWhatTheMeterSays()
        {
            var cost = new CostMeter(new SystemClock(), e => { });
            Assert.That(MeterHud.Line(cost, LiveState.Paused), Is.EqualTo("0 DOF, 0 left, paused"));
            Assert.That(MeterHud.Line(cost, LiveState.Live), Is.EqualTo("0 DOF, 0 left"));
        }

        [Test]
        public void theWindowKeepsItsKeyInTheEditorAlone()
        {
            StoreSettings.Key = "jiga_test_abc";
            Assert.That(StoreSettings.Key, Is.EqualTo("jiga_test_abc"));
            Assert.That(StoreSettings.Address, Is.EqualTo("https://jiga.ai"));
            Assert.DoesNotThrow(() => new JigaStore(new JigaStoreOptions { ApiKey = StoreSettings.Key }), "the editor may have a secret key");
        }

        [Test]
        public void thePackagesLinkXmlIsHandedToTheLinker()
        {
            StringAssert.EndsWith(
                Path.Combine("Packages", "ai.jiga.store", "Runtime", "link.xml"), new KeepWhenStripped().GenerateAdditionalLinkXmlFile(null, null));
        }

        private static JigaStore Client(string url)
        {
            return new JigaStore(new JigaStoreOptions { BaseUrl = url, AccessToken = "a", Context = new SerialContext() });
        }
    }

    /// <summary>Answers what it was told to, in order.</summary>
    internal sealed class TinyServer : IDisposable
    {
        internal const string Never = "never";

        internal readonly Dictionary<int, string> Answers = new Dictionary<int, string>();
        internal readonly List<string> Seen = new List<string>();
        internal readonly List<string> Agents = new List<string>();

        private readonly HttpListener listener = new HttpListener();

        internal TinyServer()
        {
            var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            free.Start();
            int port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            Url = "http://127.0.0.1:" + port;
            listener.Prefixes.Add(Url + "/");
            listener.Start();
            new Thread(Serve) { IsBackground = true }.Start();
        }

        internal string Url { get; private set; }

        public void Dispose()
        {
            listener.Close();
        }

        private void Serve()
        {
            try
            {
                while (true)
                {
                    HttpListenerContext call = listener.GetContext();
                    string body = new StreamReader(call.Request.InputStream).ReadToEnd();
                    Agents.Add(call.Request.UserAgent);
                    Seen.Add((call.Request.HttpMethod + " " + call.Request.Url.PathAndQuery + " " + body).Trim());
                    string answer = Answers[Seen.Count - 1];
                    if (answer == Never)
                    {
                        continue;
                    }
                    call.Response.StatusCode = int.Parse(answer.Substring(0, 3));
                    byte[] bytes = Encoding.UTF8.GetBytes(answer.Substring(4));
                    call.Response.OutputStream.Write(bytes, 0, bytes.Length);
                    call.Response.Close();
                }
            }
            catch (Exception)
            {
                // Closed.
            }
        }
    }
}
