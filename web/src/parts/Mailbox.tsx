import { useQuery } from "@tanstack/react-query"
import { Link } from "wouter-preact"
import { store } from "../app/session"
import { useSay } from "../app/text"

/** Where a store can be one's own machine's. Elsewhere its letters are for operators alone, and nothing is asked that must be refused. */
const OWN_MACHINE = ["localhost", "127.0.0.1", "[::1]"]

/** The way to the letters of a sandbox, which sends none; nothing where they are not for everybody. */
export function MailboxLink({ address }: { address: string }) {
  const say = useSay()
  const { isSuccess } = useQuery({
    queryKey: ["mails", "open"],
    queryFn: async ({ signal }) => {
      const query = { address: "nobody@example.org" }
      await store().request({ method: "GET", path: "/mails", query, anonymous: true }, { signal })
      return true
    },
    enabled: OWN_MACHINE.includes(location.hostname),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return isSuccess ? (
    <Link
      href={`/mailbox?address=${encodeURIComponent(address)}`}
      class="press inline-flex items-center text-sm text-accent underline"
    >
      {say("mail.sandbox")}
    </Link>
  ) : null
}
