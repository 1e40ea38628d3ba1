import { useQuery } from "@tanstack/react-query"
import { queries } from "../../app/queries"
import { isSignedIn, store } from "../../app/session"
import { useSay } from "../../app/text"
import { isCoded } from "../../parts/fields"
import { Problem, useProblem } from "../../parts/Problem"
import { LinkButton } from "../../ui/Button"
import { Loading } from "../../ui/Loading"
import { Letter } from "./Letter"
import { useLinkToken } from "./token"

/** Shows by a letter's link that its address is one's own: opening it is all there is to do. */
export function Page() {
  const say = useSay()
  return (
    <Letter title={say("letter.verify")}>
      <Verified />
    </Letter>
  )
}

function Verified() {
  const say = useSay()
  const said = useProblem()
  const token = useLinkToken()
  const { isSuccess, error, refetch } = useQuery({
    queryKey: ["verify", token],
    queryFn: async () => {
      await store().request({
        method: "POST",
        path: "/auth/verify",
        body: { token },
        anonymous: true,
        repeatable: true,
      })
      queries.invalidateQueries({ queryKey: ["me"] })
      return true
    },
    enabled: token !== "",
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  })
  if (token === "" || isCoded(error, "LINK_NOT_VALID")) {
    return (
      <>
        <p role="alert">{token === "" ? say("letter.noToken") : said(error)}</p>
        <p class="text-soft">{say("letter.verifyAgain")}</p>
        <On />
      </>
    )
  }
  if (error) return <Problem error={error} again={refetch} />
  if (!isSuccess) return <Loading />
  return (
    <>
      <p role="status" class="rounded-md border border-good p-3">
        {say("letter.verified")}
      </p>
      <On />
    </>
  )
}

/** The way on, to the account. */
function On() {
  const say = useSay()
  return isSignedIn() ? (
    <LinkButton to="/account" kind="primary">
      {say("letter.toAccount")}
    </LinkButton>
  ) : (
    <LinkButton to="/sign-in?to=/account" kind="primary">
      {say("nav.signIn")}
    </LinkButton>
  )
}
