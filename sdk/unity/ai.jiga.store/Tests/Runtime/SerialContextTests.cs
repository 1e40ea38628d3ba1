using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    public sealed class SerialContextTests
    {
        [Test]
        public void whatIsPostedRunsInItsOrderAndNeverTwoAtATime()
        {
            var context = new SerialContext();
            var ran = new List<int>();
            int inside = 0;
            bool together = false;
            using (var done = new CountdownEvent(1000))
            {
                for (int i = 0; i < 1000; i++)
                {
                    int number = i;
                    context.Post(
                        nothing =>
                        {
                            together |= Interlocked.Increment(ref inside) > 1;
                            ran.Add(number);
                            Interlocked.Decrement(ref inside);
                            done.Signal();
                        },
                        null);
                }
                Assert.That(done.Wait(10000), Is.True);
            }
            Assert.That(together, Is.False);
            Assert.That(ran, Is.EqualTo(Enumerable.Range(0, 1000)));
        }

        [Test]
        public void whatIsAwaitedInsideGoesOnInside()
        {
            var home = new Home(new SerialContext());
            SynchronizationContext before = null;
            SynchronizationContext after = null;
            home.Run(async () =>
            {
                before = SynchronizationContext.Current;
                await Task.Delay(5);
                after = SynchronizationContext.Current;
            }).Wait();
            Assert.That(after, Is.SameAs(before));
            Assert.That(before, Is.InstanceOf<SerialContext>());
        }
    }
}
