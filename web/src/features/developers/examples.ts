/** The languages that there is an SDK for. */
export const LANGUAGES = ["javascript", "python", "unity"] as const
export type Language = (typeof LANGUAGES)[number]

export interface Example {
  /** Gets the SDK, in the repository's folder; none where no shell does it. */
  install?: string
  /** The first program: hires an agent, asks it something, and prints the bill. */
  program: string
  /** On the studio's server: lets a player in. */
  player: string
}

/** What stands where a key would, while none was made. */
export const NO_KEY = "jiga_test_..."

/** Tells the shell, and all that is started from it, which store and which key. */
export function environment(store: string, key: string): string {
  return `export JIGA_URL=${store}
export JIGA_API_KEY=${key}`
}

/** Fills the wallet of a test key. */
export const FILL = `curl -sS "$JIGA_URL/api/v1/profile/wallet/test-funds" \\
  -H "Authorization: Bearer $JIGA_API_KEY" \\
  -H "Content-Type: application/json" \\
  -d '{"amount": 500000}'`

export function example(language: Language, store: string, key: string): Example {
  switch (language) {
    case "javascript":
      return JAVASCRIPT
    case "python":
      return PYTHON
    case "unity":
      return unity(store, key)
  }
}

const JAVASCRIPT: Example = {
  install: `(cd sdk/javascript && npm ci && npm run build)
npm install sdk/javascript ws`,
  program: `import { JigaStore } from "@jiga/store"

const store = new JigaStore() // the store and the key of the environment
const session = await store.marketplace.hire("nova-coordinator-001", {
  dofAllocation: 20_000,
})
const live = await session.connect()

live.gameEvent("match_start", {
  game: "Call of Duty",
  mode: "Search & Destroy",
})
for await (const part of live.say("How am I doing?")) process.stdout.write(part.text)
console.log(await live.end())
`,
  player: `const { token, expiresIn } = await store.players.createToken("player-42", {
  displayName: "Kim",
  spends: "studio",
  cap: { day: 20_000, agents: ["nova-coordinator-001"] },
})
`,
}

const PYTHON: Example = {
  install: `python3 -m venv .venv
.venv/bin/pip install 'sdk/python[receipts]'`,
  program: `from jiga_store import JigaStore

with JigaStore() as store:  # the store and the key of the environment
    with store.marketplace.hire("nova-coordinator-001", dof_allocation=20_000).connect() as live:
        live.game_event("match_start", game="Call of Duty", mode="Search & Destroy")
        for part in live.say("How am I doing?"):
            print(part.text, end="", flush=True)
        print()
    print(live.bill)
`,
  player: `with JigaStore() as store:
    made = store.players.token(
        "player-42",
        display_name="Kim",
        spends="studio",
        cap={"day": 20_000, "agents": ["nova-coordinator-001"]},
    )
    print(made.token, made.expires_in)
`,
}

function unity(store: string, key: string): Example {
  return {
    program: `using System;
using System.Threading;
using Jiga.Store;
using UnityEngine;

public sealed class FirstAnswer : MonoBehaviour
{
    private readonly CancellationTokenSource gone = new CancellationTokenSource();
    private string subtitle = "";

    private async void Start()
    {
        try
        {
            // In the editor alone: a player's build has a player's token, and refuses a secret key.
            var store = new JigaStore(new JigaStoreOptions
            {
                BaseUrl = "${store}",
                ApiKey = "${key}",
            });
            using (var session = await store.Marketplace.HireAsync("nova-coordinator-001", 20000, gone.Token))
            using (var live = await session.ConnectAsync(gone.Token))
            {
                live.Response += part => subtitle += part.Text;
                await live.SayAsync("They push B, what now?", gone.Token);
                subtitle += "\\n" + await live.EndAsync(gone.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The object is gone.
        }
        catch (JigaException e)
        {
            subtitle = e.Message;
        }
    }

    private void OnGUI()
    {
        GUI.Label(new Rect(20, 20, 900, 200), subtitle);
    }

    private void OnDestroy()
    {
        gone.Cancel();
    }
}
`,
    player: `var studio = new JigaStore(new JigaStoreOptions
{
    BaseUrl = "${store}",
    ApiKey = Environment.GetEnvironmentVariable("JIGA_API_KEY"),
});
var request = new PlayerTokenRequest
{
    DisplayName = "Kim",
    Spends = "studio",
    Cap = new CapRequest { Day = 20000 },
};
PlayerToken made = await studio.Players.CreateTokenAsync("player-42", request, cancel);
`,
  }
}
