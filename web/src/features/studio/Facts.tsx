import { useLocale, useSay, useWord } from "../../app/text"
import { languageName } from "../../parts/abilities"
import { type Described, draftOf } from "./draft"

/** What an agent is, to read where it cannot be changed. */
export function Facts({ agent, title }: { agent: Described; title: string }) {
  const say = useSay()
  const word = useWord()
  const locale = useLocale()
  const { speech, memory } = draftOf(agent)
  const facts: [string, string][] = [
    [say("studio.description"), agent.description],
    [say("studio.type"), word("agent.type", agent.type)],
    [say("studio.nationality"), agent.nationality],
    [say("studio.language"), languageName(agent.language, locale)],
    [
      say("studio.field.features"),
      [say(`studio.speech.${speech}`), memory && say("agent.memory")].filter(Boolean).join(" · "),
    ],
    [say("studio.toolkit"), agent.toolkit.map((tool) => word("studio.tool", tool)).join(" · ")],
  ]
  return (
    <section aria-labelledby="facts" class="grid gap-3">
      <h2 id="facts" class="text-lg">
        {title}
      </h2>
      <dl class="grid gap-3 rounded-lg border border-line bg-raised p-4">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt class="text-sm text-soft">{label}</dt>
            <dd class="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
