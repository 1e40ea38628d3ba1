using System;
using Jiga.Store;
using NUnit.Framework;

namespace Jiga.Store.Mono.Tests
{
    /// <summary>Compiled as for a player's machine.</summary>
    public sealed class PlayerBuildTests
    {
        [TestCase("jiga_live_abc")]
        [TestCase("jiga_test_abc")]
        public void aSecretKeyThrowsAtOnceAndSaysWhatToDo(string key)
        {
            foreach (JigaStoreOptions options in new[]
            {
                new JigaStoreOptions { ApiKey = key }, new JigaStoreOptions { PlayerToken = key }, new JigaStoreOptions { AccessToken = key },
            })
            {
                var e = Assert.Throws<JigaException>(() => new JigaStore(options));
                StringAssert.Contains("PlayerToken", e.Message);
                Assert.That(e.Message.Contains(key), Is.False);
            }
        }

        [Test]
        public void itCannotBeSlippedInLater()
        {
            var store = new JigaStore(new JigaStoreOptions { PlayerToken = "player-1" });
            Assert.Throws<JigaException>(() => store.WithOptions(o => o.ApiKey = "jiga_live_abc"));
        }

        [Test]
        public void aPlayersTokenAndAPublishableKeyAreWelcome()
        {
            Assert.DoesNotThrow(() => new JigaStore(new JigaStoreOptions { PlayerToken = "player-1" }));
            Assert.DoesNotThrow(() => new JigaStore(new JigaStoreOptions { ApiKey = "jiga_pub_live_abc" }));
        }
    }
}
