import { signIn } from "../../app/session"
import { useSay } from "../../app/text"
import { Entrance } from "./Entrance"

export function Page() {
  const say = useSay()
  return (
    <Entrance
      title={say("sign.in")}
      enter={({ email, password }) => signIn({ email, password })}
      other={{ message: "sign.noAccount", to: "/register" }}
    />
  )
}
