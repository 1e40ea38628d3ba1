using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    public sealed class CostMeterTests
    {
        private static Task Wait(Loop loop, double seconds)
        {
            return loop.Delay(TimeSpan.FromSeconds(seconds), CancellationToken.None);
        }

        [Test]
        public void anUpdateCountsWhenThePongComes()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                PretendSocket line = store.Sockets[0];
                line.Updates(10);
                await Wait(loop, 3);
                Assert.That(live.Cost.Consumed, Is.EqualTo(0));
                line.Pongs();
                await Wait(loop, 1);
                Assert.That(live.Cost.Consumed, Is.InRange(4, 6));
                await Wait(loop, 1.5);
                Assert.That(live.Cost.Consumed, Is.EqualTo(10));
                Assert.That(live.Cost.Remaining, Is.EqualTo(19990));
            });
        }

        [Test]
        public void aPongOfAnEarlierPingProvesNothing()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                PretendSocket line = store.Sockets[0];
                await Wait(loop, 4.5);
                line.Updates(10);
                line.Pongs();
                await Wait(loop, 2.5);
                Assert.That(live.Cost.Consumed, Is.EqualTo(0), "that pong answers the ping of the silence before");
                line.Pongs();
                line.Pongs();
                await Wait(loop, 2.5);
                Assert.That(live.Cost.Consumed, Is.EqualTo(10));
            });
        }

        [Test]
        public void whatAnAnswerCostIsShownAtOnceAndOnce()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                PretendSocket line = store.Sockets[0];
                Task saying = live.SayAsync("one");
                line.Answers(1, "ONE", 100);
                await saying;
                Assert.That(live.Cost.Consumed, Is.EqualTo(100));
                line.Updates(103);
                line.Pongs();
                await Wait(loop, 3);
                Assert.That(live.Cost.Consumed, Is.EqualTo(103));
            });
        }

        [Test]
        public void itNeverFallsAndNeverExceedsWhatWasConsumed()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                PretendSocket line = store.Sockets[0];
                var chance = new Random(7);
                long last = 0;
                long truth = 0;
                long seq = 0;
                int pongs = 0;
                for (int i = 0; i < 200; i++)
                {
                    truth += chance.Next(0, 5);
                    if (chance.Next(3) == 0)
                    {
                        truth += 100;
                        Waiting.Ignore(live.SayAsync("x"));
                        line.Answers(++seq, "X", 100);
                    }
                    line.Updates(truth);
                    await Wait(loop, chance.NextDouble());
                    if (chance.Next(4) > 0)
                    {
                        while (line.Sent.FindAll(f => (string)f["type"] == "ping").Count > pongs)
                        {
                            line.Pongs();
                            pongs++;
                        }
                    }
                    for (int j = 0; j < 10; j++)
                    {
                        long now = live.Cost.Consumed;
                        Assert.That(now, Is.GreaterThanOrEqualTo(last));
                        Assert.That(now, Is.LessThanOrEqualTo(truth));
                        last = now;
                        await Wait(loop, 0.1);
                    }
                }
                Assert.That(last, Is.GreaterThan(truth - 120));
            });
        }

        [Test]
        public void aPauseStandsStillAtOnce()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                store.Sockets[0].Updates(10, true);
                await Wait(loop, 0.05);
                Assert.That(live.Cost.Consumed, Is.EqualTo(10));
                Assert.That(live.Cost.EstimatedSecondsLeft, Is.Null);
                await Wait(loop, 3);
                Assert.That(live.Cost.Consumed, Is.EqualTo(10));
            });
        }

        [Test]
        public void theTimeLeftRunsDownBetweenUpdates()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                store.Sockets[0].Updates(10);
                await Wait(loop, 2);
                Assert.That(live.Cost.EstimatedSecondsLeft, Is.EqualTo(998).Within(0.5));
            });
        }

        [Test]
        public void changesAreToldWhileSomebodyListensAndNothingTicksOtherwise()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                PretendSocket line = store.Sockets[0];
                var shown = new List<long>();
                Action<CostMeter> listener = cost => shown.Add(cost.Consumed);
                live.Cost.Changed += listener;
                await Wait(loop, 2);
                line.Updates(10);
                line.Pongs();
                await Wait(loop, 3);
                Assert.That(shown.Count, Is.InRange(10, 12));
                Assert.That(shown[shown.Count - 1], Is.EqualTo(10));
                live.Cost.Stop();
                line.Updates(20);
                line.Pongs();
                await Wait(loop, 3);
                Assert.That(shown[shown.Count - 1], Is.EqualTo(10));
                Assert.That(live.Cost.Consumed, Is.EqualTo(20));
            });
        }

        [Test]
        public void inTheEndItSaysWhatTheBillSays()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore();
                LiveSession live = await store.Live(loop);
                store.Sockets[0].Ends(777);
                await Wait(loop, 0.05);
                Assert.That(live.Cost.Consumed, Is.EqualTo(777));
                Assert.That(live.Cost.ToString(), Is.EqualTo("777 of 20000 DOF"));
            });
        }
    }
}
