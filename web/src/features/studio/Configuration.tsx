import type { OwnAgent } from "@jiga/store"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useKnows, useSay, useWord } from "../../app/text"
import { useProblem } from "../../parts/Problem"
import type { Vision } from "../../parts/rules"
import { useNumber } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Field, Select } from "../../ui/Field"
import { Icon } from "../../ui/Icon"
import { agentChanged } from "./agents"
import { Ruled } from "./Ruled"
import { rankOf } from "./ranks"
import { PRESETS, presetOf, presetsOf, SETTINGS, type Setting } from "./settings"

/** How an agent watches the game: as its rank does, calmer, or sharper for more of the player's DOF. */
export function Configuration({ agent }: { agent: OwnAgent }) {
  const say = useSay()
  return (
    <section aria-labelledby="settings" class="grid gap-4">
      <h2 id="settings" class="text-lg">
        {say("studio.settings")}
      </h2>
      {agent.baseAgentId ? (
        <Inherited agent={agent} />
      ) : (
        <Ruled size="h-151 sm:h-87">
          {({ options }) => <Settings agent={agent} vision={rankOf(options, agent.rank).configuration} />}
        </Ruled>
      )}
    </section>
  )
}

interface SettingsProps {
  agent: OwnAgent
  /** How an agent of its rank watches. */
  vision: Vision
}

function Settings({ agent, vision }: SettingsProps) {
  const say = useSay()
  const named = useWord()("agent.rank", agent.rank)
  const warned = useWarned(named, vision)
  const said = useProblem()
  const kept = agent.configuration as Record<string, unknown>
  const [chosen, setChosen] = useState<Record<string, unknown>>(kept)
  const judged = useQuery({
    queryKey: ["studio", "verdict", agent.id, chosen],
    queryFn: ({ signal }) => store().agents.validate(agent.id, chosen, { signal }),
    placeholderData: keepPreviousData,
  })
  const saving = useMutation({
    mutationFn: () => store().agents.configure(agent.id, chosen),
    onSuccess: () => agentChanged(),
  })
  const faults = judged.data?.errors ?? []
  const warnings = judged.data?.warnings ?? []
  const change = (changes: Record<string, unknown>) => {
    if (!saving.isIdle) saving.reset()
    // What else stands there is somebody's, and is kept.
    setChosen(Object.fromEntries(Object.entries({ ...chosen, ...changes }).filter(([, value]) => value !== undefined)))
  }
  const presets = presetsOf(vision)
  const preset = presetOf(chosen, vision)
  return (
    <div class="grid gap-4">
      <fieldset>
        <legend class="mb-2 text-sm text-soft">{say("studio.presetsHint", { rank: named })}</legend>
        <div class="flex flex-wrap gap-2">
          {PRESETS.filter((name) => presetOf(presets[name], vision) === name).map((name) => (
            <Button
              key={name}
              aria-pressed={preset === name}
              kind={preset === name ? "primary" : "plain"}
              onClick={() => change(presets[name])}
            >
              {say(`studio.preset.${name}`, { rank: named })}
            </Button>
          ))}
        </div>
      </fieldset>
      <div class="grid gap-4 sm:grid-cols-2">
        {SETTINGS.map((setting) => (
          <SettingField
            key={setting.key}
            setting={setting}
            value={chosen[setting.key]}
            error={faults.find(({ field }) => field === setting.key)?.message}
            choose={(value) => change({ [setting.key]: value })}
          />
        ))}
      </div>
      {warnings.length > 0 && (
        <ul class="grid gap-2" aria-live="polite">
          {warnings.map(({ code, field, message }) => (
            <li key={`${code} ${field}`} class="flex gap-2 rounded-md border border-warn p-3 text-sm">
              <span class="text-warn">
                <Icon name="alert" />
              </span>
              {warned(code, field, message)}
            </li>
          ))}
        </ul>
      )}
      {(saving.error || judged.error) && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {said(saving.error ?? judged.error)}
        </p>
      )}
      <div class="flex flex-wrap items-center gap-4">
        <Button kind="primary" disabled={saving.isPending || faults.length > 0} onClick={() => saving.mutate()}>
          {say(saving.isPending ? "studio.working" : "studio.saveSettings")}
        </Button>
        <p role="status" class="text-good">
          {saving.isSuccess && say("studio.saved")}
        </p>
      </div>
    </div>
  )
}

interface SettingFieldProps {
  setting: Setting
  value: unknown
  error: string | undefined
  choose: (value: number | string | undefined) => void
}

function SettingField({ setting, value, error, choose }: SettingFieldProps) {
  const say = useSay()
  const shown = useShown()
  const choices: (number | string)[] = [...setting.choices]
  if ((typeof value === "number" || typeof value === "string") && !choices.includes(value)) choices.unshift(value)
  return (
    <Field label={say(`studio.setting.${setting.key}`)} hint={say(`studio.settingHint.${setting.key}`)} error={error}>
      {(of) => (
        <Select
          {...of}
          name={setting.key}
          value={value === undefined ? "" : String(value)}
          onChange={({ currentTarget }) => choose(choices.find((one) => String(one) === currentTarget.value))}
        >
          {(setting.optional || value === undefined) && <option value="">{say("studio.notSet")}</option>}
          {choices.map((one) => (
            <option key={one} value={String(one)}>
              {shown(setting.key, one)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function Inherited({ agent }: { agent: OwnAgent }) {
  const say = useSay()
  const shown = useShown()
  const configuration = agent.configuration as Record<string, unknown>
  return (
    <>
      <p class="text-soft">{say("studio.settingsInherited")}</p>
      <dl class="grid gap-3 rounded-lg border border-line bg-raised p-4 sm:grid-cols-2">
        {SETTINGS.filter(({ key }) => key in configuration).map(({ key }) => (
          <div key={key}>
            <dt class="text-sm text-soft">{say(`studio.setting.${key}`)}</dt>
            <dd class="figures">{shown(key, configuration[key])}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** A warning of the store in the reader's words; one that this page does not know, in the store's own. */
function useWarned(rank: string, vision: Vision): (code: string, field: string, message: string) => string {
  const say = useSay()
  const knows = useKnows()
  const shown = useShown()
  return (code, field, message) => {
    const id = `studio.warning.${code}`
    if (!knows(id)) return message
    return say(id, {
      rank,
      field,
      pictures: vision.target_fps,
      seconds: shown("analysis_interval", vision.analysis_interval),
      analyses: vision.max_concurrent_analyses,
    })
  }
}

function useShown(): (key: keyof Vision, value: unknown) => string {
  const say = useSay()
  const knows = useKnows()
  const number = useNumber()
  return (key, value) => {
    const mode = `studio.mode.${value}`
    if (knows(mode)) return say(mode)
    if (typeof value !== "number") return String(value)
    return key === "analysis_interval" ? say("studio.seconds", { count: number(value) }) : number(value)
  }
}
