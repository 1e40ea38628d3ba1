import { useLocale, useSay, useWord } from "../../app/text"
import { languageName } from "../../parts/abilities"
import { priceOf } from "../../parts/prices"
import { useDof } from "../../ui/Amount"
import { Field, Input, Select, TextArea } from "../../ui/Field"
import { Choice, Choices } from "./Choice"
import { type AgentDraft, characters, MOST, SPEECHES, TOOLS, type Tool, TYPES } from "./draft"
import { LANGUAGES } from "./languages"
import { PriceField } from "./PriceField"
import type { Rules } from "./Ruled"
import { COACH, providersOf, rankOf, rateRange, voicesOf } from "./ranks"

export interface FieldsProps {
  rules: Rules
  draft: AgentDraft
  change: (changes: Partial<AgentDraft>) => void
  /** What is wrong, by the name of the field. */
  wrong: Record<string, string | undefined>
}

/** Who it is: what players read before they hire it. */
export function WhoItIs({ draft, change, wrong }: FieldsProps) {
  const say = useSay()
  return (
    <>
      <Field label={say("studio.name")} hint={say("studio.nameHint")} error={wrong.name}>
        {(of) => (
          <Input
            {...of}
            name="name"
            value={draft.name}
            autocomplete="off"
            onInput={({ currentTarget }) => change({ name: currentTarget.value })}
          />
        )}
      </Field>
      <Choices legend={say("studio.type")} hint={say("studio.typeHint")} error={wrong.type}>
        {TYPES.map((type) => (
          <Choice
            key={type}
            kind="radio"
            name="type"
            label={say(`agent.type.${type}`)}
            hint={say(`studio.typeHint.${type}`)}
            checked={draft.type === type}
            choose={() => change({ type })}
          />
        ))}
      </Choices>
      <Field label={say("studio.nationality")} hint={say("studio.nationalityHint")} error={wrong.nationality}>
        {(of) => (
          <Input
            {...of}
            name="nationality"
            value={draft.nationality}
            autocomplete="off"
            onInput={({ currentTarget }) => change({ nationality: currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label={say("studio.description")}
        hint={say("studio.left", { count: MOST.description - characters(draft.description) })}
        error={wrong.description}
      >
        {(of) => (
          <TextArea
            {...of}
            name="description"
            value={draft.description}
            onInput={({ currentTarget }) => change({ description: currentTarget.value })}
          />
        )}
      </Field>
    </>
  )
}

/** What an agent does with a tool, by which the store charges. */
const CHARGED: Partial<Record<Tool, string>> = { team_messaging: "team_message", turel: "sound", learn: "lesson" }

/** What it can do, and who answers for it: the store's coach at once, or a provider that may be connected one day. */
export function WhatItCanDo({ rules: { options, prices }, draft, change, wrong }: FieldsProps) {
  const say = useSay()
  const word = useWord()
  const dof = useDof()
  const { leastRate, mostRate } = rankOf(options, draft.rank)
  const price = (action: string) => ({ amount: dof(priceOf(prices, action)) })
  const mentor = draft.type === "Mentor"
  return (
    <>
      <Choices legend={say("studio.provider")} hint={say("studio.providerHint")} error={wrong.provider}>
        {providersOf(options).map((provider) => (
          <Choice
            key={provider}
            kind="radio"
            name="provider"
            label={word("studio.provider", provider)}
            hint={provider === COACH ? say("studio.providerBuiltinHint") : undefined}
            checked={draft.provider === provider}
            choose={() => change({ provider })}
          />
        ))}
      </Choices>
      <Field
        label={say("studio.rank")}
        hint={say(draft.provider === COACH ? "studio.rankBuiltinHint" : "studio.rankHint", {
          least: dof(leastRate),
          most: dof(mostRate),
        })}
        error={wrong.rank}
      >
        {(of) => (
          <Select
            {...of}
            name="rank"
            value={draft.rank}
            disabled={draft.provider === COACH}
            onChange={({ currentTarget }) => change({ rank: currentTarget.value })}
          >
            {options.ranks.map(({ rank }) => (
              <option key={rank} value={rank}>
                {word("agent.rank", rank)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Choices
        legend={say("studio.speech")}
        hint={mentor ? say("studio.mentorNeeds") : undefined}
        error={wrong.features}
      >
        {SPEECHES.map((speech) => (
          <Choice
            key={speech}
            kind="radio"
            name="speech"
            label={say(`studio.speech.${speech}`)}
            checked={draft.speech === speech}
            disabled={mentor && speech !== "talks"}
            choose={() => change({ speech })}
          />
        ))}
        <Choice
          name="memory"
          label={say("studio.memory")}
          hint={say("studio.memoryHint", price("memory"))}
          checked={draft.memory}
          disabled={mentor || draft.speech !== "talks"}
          choose={(memory) => change({ memory })}
        />
      </Choices>
      <Choices legend={say("studio.toolkit")} error={wrong.toolkit} dense>
        {TOOLS.map((tool) => (
          <Choice
            key={tool}
            name="toolkit"
            label={say(`studio.tool.${tool}`)}
            hint={say(`studio.toolHint.${tool}`, price(CHARGED[tool] ?? ""))}
            checked={draft.tools.includes(tool)}
            disabled={mentor && tool === "learn"}
            choose={(chosen) =>
              change({ tools: TOOLS.filter((one) => (one === tool ? chosen : draft.tools.includes(one))) })
            }
          />
        ))}
      </Choices>
    </>
  )
}

/** How it speaks: the language, and the voice that clients read it with. */
export function HowItSpeaks({ rules: { options }, draft, change, wrong }: FieldsProps) {
  const say = useSay()
  const locale = useLocale()
  const languages = LANGUAGES.includes(draft.language) ? LANGUAGES : [draft.language, ...LANGUAGES]
  return (
    <>
      <Field label={say("studio.language")} error={wrong.language}>
        {(of) => (
          <Select
            {...of}
            name="language"
            value={draft.language}
            onChange={({ currentTarget }) => change({ language: currentTarget.value })}
          >
            {languages.map((language) => (
              <option key={language} value={language}>
                {languageName(language, locale)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <VoiceField
        voices={voicesOf(options, draft.provider)}
        voiceId={draft.voiceId}
        error={wrong.voiceId}
        choose={(voiceId) => change({ voiceId })}
      />
    </>
  )
}

interface VoiceFieldProps {
  /** None: an endpoint of the owner's speaks with the voice it likes. */
  voices: readonly string[]
  voiceId: string
  error: string | undefined
  choose: (voiceId: string) => void
}

export function VoiceField({ voices, voiceId, error, choose }: VoiceFieldProps) {
  const say = useSay()
  return (
    <Field label={say("studio.voice")} hint={say(voices.length ? "studio.voiceHint" : "studio.voiceOwn")} error={error}>
      {(of) =>
        voices.length > 0 ? (
          <Select {...of} name="voiceId" value={voiceId} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {voices.map((voice) => (
              <option key={voice} value={voice}>
                {voiceName(voice)}
              </option>
            ))}
          </Select>
        ) : (
          <Input {...of} name="voiceId" value={voiceId} onInput={({ currentTarget }) => choose(currentTarget.value)} />
        )
      }
    </Field>
  )
}

/** `us_male_algenib` as one reads it: voices have no other name. */
export function voiceName(voice: string): string {
  return voice
    .split("_")
    .map((word) => (word.length === 2 ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" ")
}

/** What an hour costs players, and what of it is the owner's. */
export function WhatItCosts({ rules: { options, fees }, draft, change, wrong }: FieldsProps) {
  return (
    <PriceField
      fees={fees}
      rate={draft.baseRate}
      range={rateRange(draft, options)}
      rank={draft.rank}
      variant={false}
      error={wrong.baseRate}
      choose={(baseRate) => change({ baseRate })}
    />
  )
}
