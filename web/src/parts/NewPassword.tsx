import { useState } from "preact/hooks"
import { useSay } from "../app/text"
import { Field, Input } from "../ui/Field"

interface NewPasswordProps {
  /** In a form: what it is called there. */
  name: string
  error: string | undefined
}

/** A password to be: typed once, and shown to whoever wants to see it. */
export function NewPassword({ name, error }: NewPasswordProps) {
  const say = useSay()
  const [shown, setShown] = useState(false)
  return (
    <div class="grid justify-items-start">
      <div class="w-full">
        <Field label={say("password.new")} hint={say("password.hint")} error={error}>
          {(of) => (
            <Input {...of} name={name} type={shown ? "text" : "password"} required autocomplete="new-password" />
          )}
        </Field>
      </div>
      <button type="button" class="press text-sm text-accent" onClick={() => setShown(!shown)}>
        {say(shown ? "password.hide" : "password.show")}
      </button>
    </div>
  )
}
