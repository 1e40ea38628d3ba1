using System;
using System.Diagnostics;
using System.Linq;
using System.Net.WebSockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Jiga.Store.Bench
{
    /// <summary>
    /// Messages a second of a live session against a bare ClientWebSocket, in one run, each sent and acknowledged with as many under way.
    /// Usage: Bench.exe ADDRESS [MESSAGES]
    /// </summary>
    internal static class Bench
    {
        private const int UnderWay = 48;
        private const int Rounds = 5;

        private static int Main(string[] arguments)
        {
            int messages = arguments.Length > 1 ? int.Parse(arguments[1]) : 5000;
            Run(arguments[0], messages).GetAwaiter().GetResult();
            return 0;
        }

        private static async Task Run(string address, int messages)
        {
            var bare = new double[Rounds];
            var sdk = new double[Rounds];
            // Warm both up, then by turns, so that what else the machine does meets both.
            await Bare(address, 500);
            await Sdk(address, 500);
            for (int i = 0; i < Rounds; i++)
            {
                bare[i] = await Bare(address, messages);
                sdk[i] = await Sdk(address, messages);
            }
            double bareMedian = bare.OrderBy(x => x).ElementAt(Rounds / 2);
            double sdkMedian = sdk.OrderBy(x => x).ElementAt(Rounds / 2);
            Console.WriteLine("bare ClientWebSocket  {0,8:0} messages/s", bareMedian);
            Console.WriteLine("LiveSession           {0,8:0} messages/s", sdkMedian);
            Console.WriteLine("ratio                 {0,8:0.00}  (medians of {1} rounds of {2} messages)", sdkMedian / bareMedian, Rounds, messages);
        }

        private static async Task<double> Bare(string address, int messages)
        {
            using (var socket = new ClientWebSocket())
            {
                socket.Options.AddSubProtocol("jiga.session.v1");
                await socket.ConnectAsync(new Uri(address.Replace("http", "ws") + "/ws/session/bench"), CancellationToken.None);
                var buffer = new ArraySegment<byte>(new byte[16384]);
                await Receive(socket, buffer);
                var slots = new SemaphoreSlim(UnderWay);
                var watch = Stopwatch.StartNew();
                Task receiving = Task.Run(async () =>
                {
                    for (int i = 0; i < messages; i++)
                    {
                        await Receive(socket, buffer).ConfigureAwait(false);
                        slots.Release();
                    }
                });
                for (int seq = 1; seq <= messages; seq++)
                {
                    await slots.WaitAsync().ConfigureAwait(false);
                    string text = "{\"type\":\"game_event\",\"seq\":" + seq + ",\"data\":{\"kind\":\"kill\",\"weapon\":\"M4\",\"headshot\":true}}";
                    await socket.SendAsync(
                        new ArraySegment<byte>(Encoding.UTF8.GetBytes(text)), WebSocketMessageType.Text, true, CancellationToken.None)
                        .ConfigureAwait(false);
                }
                await receiving;
                double rate = messages / watch.Elapsed.TotalSeconds;
                socket.Abort();
                return rate;
            }
        }

        private static async Task Receive(ClientWebSocket socket, ArraySegment<byte> buffer)
        {
            while (!(await socket.ReceiveAsync(buffer, CancellationToken.None).ConfigureAwait(false)).EndOfMessage)
            {
            }
        }

        private static async Task<double> Sdk(string address, int messages)
        {
            using (var store = new JigaStore(new JigaStoreOptions { BaseUrl = address, AccessToken = "x" }))
            {
                LiveSession live = await store.Sessions.ConnectAsync("bench", keep: true);
                var watch = Stopwatch.StartNew();
                var all = new Task<Answer>[messages];
                for (int i = 0; i < messages; i++)
                {
                    all[i] = live.GameEventAsync(new GameEvent("kill") { { "weapon", "M4" }, { "headshot", true } });
                }
                await Task.WhenAll(all);
                double rate = messages / watch.Elapsed.TotalSeconds;
                live.Close();
                return rate;
            }
        }
    }
}
