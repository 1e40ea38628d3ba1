import { register } from "../../app/session"
import { useSay } from "../../app/text"
import { Entrance } from "./Entrance"

export function Page() {
  const say = useSay()
  return (
    <Entrance title={say("sign.up")} isNew enter={register} other={{ message: "sign.haveAccount", to: "/sign-in" }} />
  )
}
