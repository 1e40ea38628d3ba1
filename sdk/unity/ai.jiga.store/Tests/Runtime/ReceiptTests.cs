using System;
using Jiga.Store.Types;
using NUnit.Framework;

namespace Jiga.Store.Tests
{
    public sealed class ReceiptTests
    {
        // Signed by OpenSSL, with a key that was made for this and thrown away.
        private const string Keys = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"key-1\",\"x\":\"YnxaWP5Ntb_9KC1sXcCgYZ5Qp0gUrCjO-w0W141unz0\",\"y\":\"myfVHu2KT6mOgxGx9IDlrzw5lvyMB6VvBf3bHdO12e0\"}]}";
        private const string Good = "eyJhbGciOiJFUzI1NiIsInR5cCI6InJlY2VpcHQrandzIiwia2lkIjoia2V5LTEifQ.eyJpc3MiOiJodHRwOi8vc3RvcmUuZXhhbXBsZSIsImlhdCI6MTc4MDMxNTIwMCwic2Vzc2lvbklkIjoiczEiLCJzdWIiOiJ1MSIsImFnZW50SWQiOiJub3ZhLWNvb3JkaW5hdG9yLTAwMSIsInR5cGUiOiJoaXJlZCIsInJhdGUiOjgwMDAsImFsbG9jYXRlZCI6MjAwMDAsImNvbnN1bWVkIjoxMTEsInJlbGVhc2VkIjoxOTg4OSwiYWN0aXZlTWlsbGlzIjo1MTQyLCJyZWFzb24iOiJlbmRlZF9ieV9wbGF5ZXIiLCJ0cmFuc2FjdGlvbklkIjoidDEiLCJkaXN0cmlidXRpb24iOnsib3duZXIiOjc4LCJwbGF0Zm9ybSI6MzMsImNyZWF0b3IiOjB9fQ.-GYdi9G0R_A8pduUv0ytpHIbVwMZ0E2YVFMzBxJAdBAiaO-_rTs-RFYCxHLqpWU11gXysKi2sjo8B-GVPK89lA";
        private const string AToken = "eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImtleS0xIn0.eyJpc3MiOiJodHRwOi8vc3RvcmUuZXhhbXBsZSIsImlhdCI6MTc4MDMxNTIwMCwic2Vzc2lvbklkIjoiczEiLCJzdWIiOiJ1MSIsImFnZW50SWQiOiJub3ZhLWNvb3JkaW5hdG9yLTAwMSIsInR5cGUiOiJoaXJlZCIsInJhdGUiOjgwMDAsImFsbG9jYXRlZCI6MjAwMDAsImNvbnN1bWVkIjoxMTEsInJlbGVhc2VkIjoxOTg4OSwiYWN0aXZlTWlsbGlzIjo1MTQyLCJyZWFzb24iOiJlbmRlZF9ieV9wbGF5ZXIiLCJ0cmFuc2FjdGlvbklkIjoidDEiLCJkaXN0cmlidXRpb24iOnsib3duZXIiOjc4LCJwbGF0Zm9ybSI6MzMsImNyZWF0b3IiOjB9fQ.e9Zdc_-KrZFZ7Bbqe-DWLnKH6KRF5uDWkBuBJjkNdDjfNddTUhH58RpzndJP_Bk0vb28YTM9PdFc_9cONfYiLw";
        private const string AsksForMore = "eyJhbGciOiJFUzI1NiIsInR5cCI6InJlY2VpcHQrandzIiwia2lkIjoia2V5LTEiLCJjcml0IjpbIngiXX0.eyJpc3MiOiJodHRwOi8vc3RvcmUuZXhhbXBsZSIsImlhdCI6MTc4MDMxNTIwMCwic2Vzc2lvbklkIjoiczEiLCJzdWIiOiJ1MSIsImFnZW50SWQiOiJub3ZhLWNvb3JkaW5hdG9yLTAwMSIsInR5cGUiOiJoaXJlZCIsInJhdGUiOjgwMDAsImFsbG9jYXRlZCI6MjAwMDAsImNvbnN1bWVkIjoxMTEsInJlbGVhc2VkIjoxOTg4OSwiYWN0aXZlTWlsbGlzIjo1MTQyLCJyZWFzb24iOiJlbmRlZF9ieV9wbGF5ZXIiLCJ0cmFuc2FjdGlvbklkIjoidDEiLCJkaXN0cmlidXRpb24iOnsib3duZXIiOjc4LCJwbGF0Zm9ybSI6MzMsImNyZWF0b3IiOjB9fQ.MM6_QQpuIkTA8Jkbh-ezQldhiB0lT_6Zzm28Cj7QroZkg7A9GpnPL8uzxRXBNV_cih1bAJqjOJMgfeLt2quEGg";
        private const string Unsigned = "eyJhbGciOiJub25lIiwidHlwIjoicmVjZWlwdCtqd3MiLCJraWQiOiJrZXktMSJ9.eyJpc3MiOiJodHRwOi8vc3RvcmUuZXhhbXBsZSIsImlhdCI6MTc4MDMxNTIwMCwic2Vzc2lvbklkIjoiczEiLCJzdWIiOiJ1MSIsImFnZW50SWQiOiJub3ZhLWNvb3JkaW5hdG9yLTAwMSIsInR5cGUiOiJoaXJlZCIsInJhdGUiOjgwMDAsImFsbG9jYXRlZCI6MjAwMDAsImNvbnN1bWVkIjoxMTEsInJlbGVhc2VkIjoxOTg4OSwiYWN0aXZlTWlsbGlzIjo1MTQyLCJyZWFzb24iOiJlbmRlZF9ieV9wbGF5ZXIiLCJ0cmFuc2FjdGlvbklkIjoidDEiLCJkaXN0cmlidXRpb24iOnsib3duZXIiOjc4LCJwbGF0Zm9ybSI6MzMsImNyZWF0b3IiOjB9fQ.";

        private static readonly JsonWebKeys Pinned = JsonWebKeys.Parse(Keys);

        [Test]
        public void aReceiptIsVerifiedWithPinnedKeysAlone()
        {
            ReceiptClaims claims = Receipts.Verify(Good, Pinned);
            Assert.That(claims.SessionId, Is.EqualTo("s1"));
            Assert.That(claims.Consumed, Is.EqualTo(111));
            Assert.That(claims.Released, Is.EqualTo(19889));
            Assert.That(claims.ActiveTime, Is.EqualTo(TimeSpan.FromMilliseconds(5142)));
            Assert.That(claims.EndedAt, Is.EqualTo(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero)));
            Assert.That(claims.Distribution.Owner, Is.EqualTo(78));
        }

        [Test]
        public void everyChangedCharacterIsNoticed()
        {
            for (int i = 0; i < Good.Length; i += 7)
            {
                char other = Good[i] == 'A' ? 'B' : 'A';
                string changed = Good.Substring(0, i) + other + Good.Substring(i + 1);
                Assert.Throws<ReceiptException>(() => Receipts.Verify(changed, Pinned), "at " + i);
            }
        }

        [TestCase(AToken)]
        [TestCase(AsksForMore)]
        [TestCase(Unsigned)]
        [TestCase("")]
        [TestCase(null)]
        [TestCase("a.b")]
        [TestCase("a.b.c")]
        [TestCase(Good + "=")]
        [TestCase(Good + ".x")]
        public void whatIsNoReceiptIsNone(string text)
        {
            Assert.Throws<ReceiptException>(() => Receipts.Verify(text, Pinned));
        }

        [Test]
        public void anotherStoresKeysDoNotHelp()
        {
            Assert.Throws<ReceiptException>(() => Receipts.Verify(Good, JsonWebKeys.Parse("{\"keys\":[]}")));
            Assert.Throws<ReceiptException>(() => JsonWebKeys.Parse("no keys"));
        }

        [Test]
        public void keysAreFetchedOnceAndAgainForAKeyThatIsNew()
        {
            Loop.Run(async loop =>
            {
                var store = new PretendStore().Answers(200, "{\"keys\":[]}").Answers(200, Keys);
                JigaStore client = store.Client(loop);
                await Fails.With<ReceiptException>(client.Receipts.VerifyAsync(Good));
                await client.Receipts.VerifyAsync(Good);
                await client.Receipts.VerifyAsync(Good);
                Assert.That(store.Made, Is.EqualTo(new[] { "GET /.well-known/jwks.json", "GET /.well-known/jwks.json" }));
            });
        }

        /// <summary>RFC 7515, appendix A.3.</summary>
        [Test]
        public void theExampleOfTheRfcIsVerified()
        {
            byte[] hash;
            using (var sha = System.Security.Cryptography.SHA256.Create())
            {
                hash = sha.ComputeHash(System.Text.Encoding.ASCII.GetBytes(
                    "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"));
            }
            bool good = P256.Verify(
                Base64Url.Decode("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                Base64Url.Decode("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
                hash,
                Base64Url.Decode("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"));
            Assert.That(good, Is.True);
        }

        // Signed by OpenSSL; in the hostile ones something was changed, or all was made up so that only the one rule refuses it.
        [TestCase("a random key", "c8afa03dab0a5033037a4840f6724f3b337f34342148c52caead60c19a44d0e4", "963718ddd177544d3f3e2fb2a95ea8ca69beffc4b942e2f3f7b22bcdef014852", "112da4fa7b2c4085d609e23e813e55f2971ee8790e7b3ef534d6a725ab249cf5", "86c27327bb04424ae20ac5649f4fba825859e68f10aa0ae7635de17bd183e1138a9b46f5240abdbbbc3d680359bfdd67900840fdd57b772fd973a97ca5339959", true)]
        [TestCase("another", "5899237ccd1235ad5a285f46537b5c9029252dd57b812f1b7a2d6291f3a0aac2", "fdd603c88241d7183ceabf9f2f51340a4007332547cb79592fdc0856aa9f7579", "ae448ac86c4e8e4dec645729708ef41873ae79c6dff84eff73360989487f08e5", "47021febd70d453cc341f2ee1771b9bbf177ad14be6df321dff8695dbac563363da679a5f7b6bdaff57f519dc8dc042a90dde8a7604735cc3995b519e9e118fa", true)]
        [TestCase("the key is the base point", "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5", "60aa9bd6a5a8edf5a1c22457281b44c1e1a6f1eb17f13b10ebcde15af49b5282", "40987d7e3a012e6ddc0e28ba922e89576c8b43f697d545907027f81c7ccca032a86656b1d6d675bbf7d1d023b721d379c273dc45cc3847a2eb1b33b6e1a63952", true)]
        [TestCase("the key is its negative", "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", "b01cbd1c01e58065711814b583f061e9d431cca994cea1313449bf97c840ae0a", "4d50d25d545dbb9efd3ece6c41defcc2610eb410b696d4d41c55175f31fc373c", "0093793a5d4268b8131b06da2136d181a725d26d03c936983462ae30389cbc98623e00a2f12b6a9964d45af1cf40e0726f9ec7d77a91ce8daaacd1a5fddd7d88", true)]
        [TestCase("the key is twice the base point", "7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978", "07775510db8ed040293d9ac69f7430dbba7dade63ce982299e04b79d227873d1", "41cd24cf8e60ca6ef531b4fc363ece8775cf023419b4d5a8eb808f48f634710a", "ddd31e97f342fa57f8087fe2e9fc0f76eb1052210c2752697db83c459a0bb1220fb407c8768501e2edc542abb1c0e040031cc022f32e60d3624d27a4d1094fbc", true)]
        [TestCase("the other s", "988753c890104105658abe0470be07d6a2a6ac1c2154c8f67a9f8fe1fc490f09", "d0cd46993538d2e0cb87d353e7d17114484374391b45898d614bc0008d9e0f03", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "7d3701477cf03dd865e796dc239228a55dd3f1262cce7dd55c538f42f313fc44b430cbe7c57c91a500fc0372d58d6942b85c959b73a1fdf5b1135b3a32398e4a", true)]
        [TestCase("another hash", "988753c890104105658abe0470be07d6a2a6ac1c2154c8f67a9f8fe1fc490f09", "d0cd46993538d2e0cb87d353e7d17114484374391b45898d614bc0008d9e0f03", "a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa", "7d3701477cf03dd865e796dc239228a55dd3f1262cce7dd55c538f42f313fc444bcf34173a836e5bff03fc8d2a7296bd048a65123375a08f42a66f88ca299707", false)]
        [TestCase("r is zero", "988753c890104105658abe0470be07d6a2a6ac1c2154c8f67a9f8fe1fc490f09", "d0cd46993538d2e0cb87d353e7d17114484374391b45898d614bc0008d9e0f03", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "00000000000000000000000000000000000000000000000000000000000000004bcf34173a836e5bff03fc8d2a7296bd048a65123375a08f42a66f88ca299707", false)]
        [TestCase("s is zero", "988753c890104105658abe0470be07d6a2a6ac1c2154c8f67a9f8fe1fc490f09", "d0cd46993538d2e0cb87d353e7d17114484374391b45898d614bc0008d9e0f03", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "7d3701477cf03dd865e796dc239228a55dd3f1262cce7dd55c538f42f313fc440000000000000000000000000000000000000000000000000000000000000000", false)]
        [TestCase("s is the order", "988753c890104105658abe0470be07d6a2a6ac1c2154c8f67a9f8fe1fc490f09", "d0cd46993538d2e0cb87d353e7d17114484374391b45898d614bc0008d9e0f03", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "7d3701477cf03dd865e796dc239228a55dd3f1262cce7dd55c538f42f313fc44ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", false)]
        [TestCase("r is the order", "988753c890104105658abe0470be07d6a2a6ac1c2154c8f67a9f8fe1fc490f09", "d0cd46993538d2e0cb87d353e7d17114484374391b45898d614bc0008d9e0f03", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc6325514bcf34173a836e5bff03fc8d2a7296bd048a65123375a08f42a66f88ca299707", false)]
        [TestCase("a key on another curve", "1c91e029a8e57c7e586bf8fb99676c482ddff2b9f1689ef1895b104b9a565e66", "b93b0b1296d756818c2ca42251b531e4f03fba34816c1d7bf3d8528f8f654310", "0000000000000000000000000000000000000000000000000000000000000000", "9b769a171bf2a704f8376181cfbe92192e3a191a36ef176973fddaac2435fe3413902950658d91d1547c07e4dfe3429b9b222f84a6bac45370e3a82156894939", false)]
        [TestCase("a small s", "8d36cc30c7fa3d869b86d4909bd2c91b6bcad6614bf94e8a9582de168b6be907", "9dbbdb9bc3a274a4d47e2e999dc21907cbfe042cd2602f10397b471cbb02ffbd", "d6d17a5edb6b708b17ae5664dfd7546e7b61baa76dc648041aff8ef21a1c0c35", "03eb2304a0c92393df02ee0541693e91353cbe0f745e694eba3b40e97ecb18160000000000000000000000000000000000000000000000000000000000000005", true)]
        [TestCase("the same s beyond the order", "8d36cc30c7fa3d869b86d4909bd2c91b6bcad6614bf94e8a9582de168b6be907", "9dbbdb9bc3a274a4d47e2e999dc21907cbfe042cd2602f10397b471cbb02ffbd", "d6d17a5edb6b708b17ae5664dfd7546e7b61baa76dc648041aff8ef21a1c0c35", "03eb2304a0c92393df02ee0541693e91353cbe0f745e694eba3b40e97ecb1816ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632556", false)]
        [TestCase("s is too large by the order", "988753c890104105658abe0470be07d6a2a6ac1c2154c8f67a9f8fe1fc490f09", "d0cd46993538d2e0cb87d353e7d17114484374391b45898d614bc0008d9e0f03", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "7d3701477cf03dd865e796dc239228a55dd3f1262cce7dd55c538f42f313fc44ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", false)]
        [TestCase("r and s exchanged", "988753c890104105658abe0470be07d6a2a6ac1c2154c8f67a9f8fe1fc490f09", "d0cd46993538d2e0cb87d353e7d17114484374391b45898d614bc0008d9e0f03", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "4bcf34173a836e5bff03fc8d2a7296bd048a65123375a08f42a66f88ca2997077d3701477cf03dd865e796dc239228a55dd3f1262cce7dd55c538f42f313fc44", false)]
        [TestCase("the key is not on the curve", "988753c890104105658abe0470be07d6a2a6ac1c2154c8f67a9f8fe1fc490f09", "d0cd46993538d2e0cb87d353e7d17114484374391b45898d614bc0008d9e0f04", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "7d3701477cf03dd865e796dc239228a55dd3f1262cce7dd55c538f42f313fc444bcf34173a836e5bff03fc8d2a7296bd048a65123375a08f42a66f88ca299707", false)]
        [TestCase("the key is nothing", "0000000000000000000000000000000000000000000000000000000000000000", "0000000000000000000000000000000000000000000000000000000000000000", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "7d3701477cf03dd865e796dc239228a55dd3f1262cce7dd55c538f42f313fc444bcf34173a836e5bff03fc8d2a7296bd048a65123375a08f42a66f88ca299707", false)]
        [TestCase("a coordinate beyond the field", "988753c890104105658abe0470be07d6a2a6ac1c2154c8f67a9f8fe1fc490f09", "ffffffff00000001000000000000000000000001000000000000000000000000", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "7d3701477cf03dd865e796dc239228a55dd3f1262cce7dd55c538f42f313fc444bcf34173a836e5bff03fc8d2a7296bd048a65123375a08f42a66f88ca299707", false)]
        public void signaturesAreJudgedAsOpenSslDoes(string name, string x, string y, string hash, string signature, bool good)
        {
            Assert.That(P256.Verify(Hex(x), Hex(y), Hex(hash), Hex(signature)), Is.EqualTo(good), name);
        }

        [TestCase("", "")]
        [TestCase("Zg", "66")]
        [TestCase("Zm8", "666f")]
        [TestCase("Zm9v", "666f6f")]
        [TestCase("-_8", "fbff")]
        public void base64UrlIsRead(string text, string hex)
        {
            Assert.That(Base64Url.Decode(text), Is.EqualTo(Hex(hex)));
        }

        [TestCase("Zg==")]
        [TestCase("Zh")]
        [TestCase("Z")]
        [TestCase("Zm+v")]
        [TestCase("Zm 9v")]
        [TestCase(null)]
        public void eachValueHasOneTextInBase64Url(string text)
        {
            Assert.Throws<FormatException>(() => Base64Url.Decode(text));
        }

        private static byte[] Hex(string digits)
        {
            var bytes = new byte[digits.Length / 2];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = Convert.ToByte(digits.Substring(2 * i, 2), 16);
            }
            return bytes;
        }
    }
}
