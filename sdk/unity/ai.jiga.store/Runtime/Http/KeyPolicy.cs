using System;

namespace Jiga.Store
{
    /// <summary>
    /// Which key may be where. A secret key spends a studio's DOF, and whatever is in a player's build can be read by the player: there it
    /// is refused before anything is sent.
    /// </summary>
    internal static class KeyPolicy
    {
        internal const string WhatToDo =
            "A secret key was given to the JIGA Store SDK in a player's build, where everybody can read it. Let your game's server make a "
            + "player token with it (POST /api/v1/players/{externalId}/tokens) and give the game that: "
            + "new JigaStoreOptions { PlayerToken = token }. Then rotate the key, if a build with it has left your machine.";

        /// <summary>Whether this is a game at a player's: not the editor, not a dedicated server, not a program without Unity.</summary>
        internal static bool AtAPlayers
        {
            get
            {
#if UNITY_5_3_OR_NEWER && !UNITY_EDITOR && !UNITY_SERVER
                return true;
#else
                return false;
#endif
            }
        }

        internal static bool IsSecret(string key)
        {
            return key != null
                && (key.StartsWith("jiga_live_", StringComparison.Ordinal) || key.StartsWith("jiga_test_", StringComparison.Ordinal));
        }

        /// <summary>A call is made by one: a key, a player, or a user.</summary>
        internal static void CheckOneCaller(JigaStoreOptions options)
        {
            bool player = options.PlayerToken != null || options.PlayerTokenProvider != null;
            if ((options.ApiKey != null && (player || options.AccessToken != null)) || (player && options.AccessToken != null))
            {
                throw new JigaException(
                    "JigaStoreOptions name more than one caller. Give one of ApiKey, AccessToken, and PlayerToken or PlayerTokenProvider.");
            }
        }

        internal static void Check(string key)
        {
            Check(key, AtAPlayers);
        }

        internal static void Check(string key, bool atAPlayers)
        {
            if (atAPlayers && IsSecret(key))
            {
                throw new JigaException(WhatToDo);
            }
        }
    }
}
