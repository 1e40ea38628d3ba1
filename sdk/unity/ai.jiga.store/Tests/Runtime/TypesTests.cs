using System;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    public sealed class TypesTests
    {
        [Test]
        public void whatIsNewIsPassedOnAndBreaksNothing()
        {
            var card = new ListingCard(Json.Parse(
                "{\"listingId\":\"a\",\"agent\":{\"rank\":\"Diamond\",\"aura\":{\"hue\":3}},\"tags\":[\"x\",7],\"colour\":\"blue\"}"));
            Assert.That(card.Agent.Rank, Is.EqualTo("Diamond"));
            Assert.That(card.Tags, Is.EqualTo(new[] { "x", "7" }));
            Assert.That((string)card.Raw["colour"], Is.EqualTo("blue"));
        }

        [TestCase("{}")]
        [TestCase("{\"balance\":\"much\",\"currency\":5,\"available\":[],\"held\":{}}")]
        [TestCase("{\"balance\":null}")]
        public void whatIsMissingOrOfAnotherKindIsNothing(string json)
        {
            Assert.That(new WalletView(Json.Parse(json)).Balance, Is.EqualTo(0));
        }

        [Test]
        public void timesAreReadInUtcAndStayAsTheyAreInRaw()
        {
            var view = new SessionView(Json.Parse("{\"expiresAt\":\"2026-06-01T14:00:00.123Z\"}"));
            Assert.That(view.ExpiresAt, Is.EqualTo(new DateTimeOffset(2026, 6, 1, 14, 0, 0, 123, TimeSpan.Zero)));
            Assert.That(view.EndedAt, Is.Null);
            Assert.That(view.Raw["expiresAt"].Type, Is.EqualTo(JTokenType.String));
        }

        [Test]
        public void onlyWhatIsFilledInIsSent()
        {
            var request = new TransferRequest { ToUserId = "u1", Amount = 5 };
            Assert.That(Json.Text(request.ToJson()), Is.EqualTo("{\"toUserId\":\"u1\",\"amount\":5}"));
        }

        [Test]
        public void aGameEventIsItsKindAndWhatStandsBesideIt()
        {
            var kill = new GameEvent("kill") { { "weapon", "M4" }, { "headshot", true }, { "distance", 12L }, { "at", new JArray(1, 2) } };
            Assert.That(Json.Text(kill.ToJson()), Is.EqualTo("{\"kind\":\"kill\",\"weapon\":\"M4\",\"headshot\":true,\"distance\":12,\"at\":[1,2]}"));
        }

        [TestCase("not json")]
        [TestCase("[1,2]")]
        [TestCase("")]
        [TestCase(null)]
        public void whatIsNoObjectIsNone(string text)
        {
            Assert.That(Json.Parse(text), Is.Null);
        }
    }
}
