using System;
using Jiga.Store.Types;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    public sealed class ErrorTests
    {
        private static ApiException Of(int status, string body)
        {
            return Problem.OfAnswer(status, body, "request-9").AsException();
        }

        [Test]
        public void tooFewDofsSayWhatIsMissingAndWhereToGetIt()
        {
            var e = (InsufficientDofsException)Of(
                402,
                "{\"code\":\"INSUFFICIENT_DOFS\",\"detail\":\"Buy some.\",\"required\":20000,\"available\":5000,\"shortfall\":15000,"
                + "\"topUp\":{\"package\":\"bronze\",\"dofAmount\":150000,\"href\":\"http://store.example/wallet\"}}");
            Assert.That(e.Required, Is.EqualTo(20000));
            Assert.That(e.Available, Is.EqualTo(5000));
            Assert.That(e.Shortfall, Is.EqualTo(15000));
            Assert.That(e.TopUpUrl, Is.EqualTo("http://store.example/wallet"));
            Assert.That(e.Message, Is.EqualTo("402 INSUFFICIENT_DOFS: Buy some. (request request-9)"));
        }

        [Test]
        public void figuresMayStandInParamsAsWell()
        {
            var e = (InsufficientDofsException)Of(402, "{\"code\":\"INSUFFICIENT_DOFS\",\"params\":{\"required\":7}}");
            Assert.That(e.Required, Is.EqualTo(7));
        }

        [Test]
        public void aBudgetWithoutRoomIsNoMatterOfATopUp()
        {
            ApiException e = Of(402, "{\"code\":\"BUDGET_EXCEEDED\",\"params\":{\"required\":7,\"budget\":\"day\"}}");
            Assert.That(e, Is.Not.InstanceOf<InsufficientDofsException>());
            Assert.That((string)e.Params["budget"], Is.EqualTo("day"));
        }

        [TestCase(400, typeof(ValidationException))]
        [TestCase(401, typeof(AuthenticationException))]
        [TestCase(403, typeof(PermissionException))]
        [TestCase(404, typeof(NotFoundException))]
        [TestCase(409, typeof(ConflictException))]
        [TestCase(412, typeof(ConflictException))]
        [TestCase(422, typeof(ValidationException))]
        [TestCase(429, typeof(RateLimitException))]
        [TestCase(418, typeof(ApiException))]
        [TestCase(500, typeof(ApiException))]
        public void eachStatusHasItsException(int status, Type type)
        {
            Assert.That(Of(status, "{\"code\":\"NEW_ONE\"}").GetType(), Is.EqualTo(type));
        }

        [Test]
        public void codesThatAreNewPassThroughAsTheyAre()
        {
            ApiException e = Of(409, "{\"code\":\"MOON_NOT_FULL\",\"detail\":\"Wait.\",\"phase\":0.25}");
            Assert.That(e.Code, Is.EqualTo("MOON_NOT_FULL"));
            Assert.That((double)e.Params["phase"], Is.EqualTo(0.25));
        }

        [Test]
        public void fieldsSayWhatIsWrongWithThem()
        {
            var e = (ValidationException)Of(400, "{\"code\":\"INVALID\",\"errors\":[{\"field\":\"rating\",\"message\":\"1 to 5\"}]}");
            Assert.That(e.Fields["rating"], Is.EqualTo("1 to 5"));
        }

        [Test]
        public void anAnswerOfSomethingInBetweenIsAnErrorAllTheSame()
        {
            ApiException e = Of(502, "<html>Bad gateway</html>");
            Assert.That(e.Code, Is.EqualTo("HTTP_502"));
            Assert.That(e.Retryable, Is.True);
        }

        [TestCase("the key jiga_live_AbC123_x-y is wrong", "the key jiga_*** is wrong")]
        [TestCase("jiga_pub_test_1", "jiga_***")]
        [TestCase("token eyJhbGciOi.eyJzdWIi.c2ln was refused", "token *** was refused")]
        [TestCase("Authorization: Bearer abc.def", "Authorization: Bearer ***")]
        [TestCase("ws://s/ws/session/1?ticket=abc&x=1", "ws://s/ws/session/1?ticket=***&x=1")]
        [TestCase("nothing to hide", "nothing to hide")]
        public void secretsAreHidden(string text, string hidden)
        {
            Assert.That(Secrets.Hide(text), Is.EqualTo(hidden));
            Assert.That(new JigaException(text).Message, Is.EqualTo(hidden));
        }

        [Test]
        public void nothingSaysItsSecretsWhenItIsPrinted()
        {
            var options = new JigaStoreOptions { BaseUrl = "http://store.example", ApiKey = "jiga_pub_live_secret" };
            var printed = new object[]
            {
                options,
                new JigaStore(options),
                new Tokens(Json.Parse("{\"accessToken\":\"secret-1\"}")),
                new KeyView(Json.Parse("{\"key\":\"jiga_live_secret\"}")),
                new PlayerToken(Json.Parse("{\"token\":\"secret-1\"}")),
                new HttpReply(200, "{\"accessToken\":\"secret-1\"}"),
            };
            foreach (object each in printed)
            {
                Assert.That(each.ToString().Contains("secret"), Is.False, each.GetType().Name);
            }
        }

        [TestCase("jiga_live_abc", true, true)]
        [TestCase("jiga_test_abc", true, true)]
        [TestCase("jiga_pub_live_abc", true, false)]
        [TestCase("eyJhbGciOi.eyJzdWIi.c2ln", true, false)]
        [TestCase("jiga_live_abc", false, false)]
        [TestCase(null, true, false)]
        public void aSecretKeyInAPlayersBuildThrowsAtOnce(string key, bool atAPlayers, bool throws)
        {
            if (throws)
            {
                var e = Assert.Throws<JigaException>(() => KeyPolicy.Check(key, atAPlayers));
                StringAssert.Contains("PlayerToken = token", e.Message);
                Assert.That(e.Message.Contains(key), Is.False);
            }
            else
            {
                KeyPolicy.Check(key, atAPlayers);
            }
        }
    }
}
