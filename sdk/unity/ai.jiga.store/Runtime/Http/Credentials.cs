using System;
using System.Threading;
using System.Threading.Tasks;
using Jiga.Store.Types;
using Newtonsoft.Json.Linq;

namespace Jiga.Store
{
    /// <summary>
    /// Who calls. A token that has run out is renewed once, however many calls find that out at the same time: a refresh token dies when it
    /// is used, and using it twice ends the sign-in.
    /// </summary>
    internal sealed class Credentials
    {
        private readonly JigaStoreOptions options;
        private Func<string, string, CancellationToken, Task<Tokens>> refresh;
        private string token;
        private string refreshToken;
        private string deviceToken;
        private Task<bool> renewing;
        private bool isRefused;

        internal Credentials(JigaStoreOptions options)
        {
            this.options = options;
            token = options.PlayerToken;
            if (token == null && options.PlayerTokenProvider == null)
            {
                token = options.AccessToken ?? options.ApiKey;
            }
            refreshToken = options.RefreshToken;
            deviceToken = options.DeviceToken;
        }

        internal bool CanRenew
        {
            get { return refreshToken == null ? options.PlayerTokenProvider != null : !isRefused; }
        }

        internal void RefreshBy(Func<string, string, CancellationToken, Task<Tokens>> call)
        {
            refresh = call;
        }

        internal async Task<string> Token(CancellationToken cancel)
        {
            if (token == null && refreshToken == null && options.PlayerTokenProvider != null)
            {
                await Renew(null, cancel);
            }
            return token;
        }

        /// <summary>Waits until there is another token than the one that was refused.</summary>
        internal async Task Renew(string refused, CancellationToken cancel)
        {
            if (token != refused)
            {
                return;
            }
            if (renewing == null)
            {
                // Not by the token of one of those who wait: that one may be cancelled, and the others still need it.
                renewing = RenewOnce();
                Waiting.Ignore(renewing);
            }
            Task<bool> current = renewing;
            try
            {
                await current.OrCancelled(cancel);
            }
            finally
            {
                if (current.IsCompleted && renewing == current)
                {
                    renewing = null;
                }
            }
        }

        internal void SignedIn(Tokens tokens)
        {
            token = tokens.AccessToken;
            refreshToken = tokens.RefreshToken;
            deviceToken = tokens.DeviceToken ?? deviceToken;
            isRefused = false;
            Tell(tokens);
        }

        internal void SignedOut()
        {
            token = null;
            refreshToken = null;
        }

        internal string RefreshToken
        {
            get { return refreshToken; }
        }

        private async Task<bool> RenewOnce()
        {
            if (refreshToken == null)
            {
                string given = await options.PlayerTokenProvider(CancellationToken.None);
                if (string.IsNullOrEmpty(given))
                {
                    throw new JigaException("PlayerTokenProvider gave no token. Let it ask your game's server for a new one.");
                }
                KeyPolicy.Check(given);
                token = given;
                return true;
            }
            try
            {
                SignedIn(await refresh(refreshToken, deviceToken, CancellationToken.None));
            }
            catch (ApiException e) when (!e.Retryable)
            {
                // It will not be taken the next time either; until somebody signs in, nobody asks again.
                isRefused = true;
                throw;
            }
            return true;
        }

        private void Tell(Tokens tokens)
        {
            if (options.TokensChanged != null)
            {
                options.TokensChanged(tokens);
            }
        }
    }
}
