import { ApiError, type ReviewRequest, type WrittenReview } from "@jiga/store"
import { useId, useState } from "preact/hooks"
import { useMutation } from "../../app/mutation"
import { store } from "../../app/session"
import { useSay } from "../../app/text"
import { fieldsOf, isCoded } from "../../parts/fields"
import { useProblem } from "../../parts/Problem"
import { Button } from "../../ui/Button"
import { Field, Input, TextArea } from "../../ui/Field"
import { Icon } from "../../ui/Icon"

const TITLE_CHARACTERS = 100
const COMMENT_CHARACTERS = 2_000
const RATINGS = [1, 2, 3, 4, 5] as const
/** No other words would change the answer. */
const FINAL = ["ALREADY_REVIEWED", "NOT_PLAYED", "NOT_CHARGED", "CANNOT_REVIEW_OWN_AGENT"]

interface ReviewFormProps {
  sessionId: string
  written: (review: WrittenReview) => void
  /** It was, elsewhere. */
  reviewed: () => void
}

/** How it was, to be said once. */
export function ReviewForm({ sessionId, written, reviewed }: ReviewFormProps) {
  const say = useSay()
  const said = useProblem()
  const [rating, setRating] = useState(0)
  const [missing, setMissing] = useState<{ rating?: string; comment?: string }>({})
  const writing = useMutation({
    mutationFn: (request: ReviewRequest) => store().sessions.review(sessionId, request),
    onSuccess: written,
    onError: (error) => isCoded(error, "ALREADY_REVIEWED") && reviewed(),
  })
  const wrong: Record<string, string | undefined> = { ...fieldsOf(writing.error), ...missing }
  const isFinal = writing.error instanceof ApiError && FINAL.includes(writing.error.code)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const text = (field: string) => String(form.get(field) ?? "").trim()
    const title = text("title")
    const comment = text("comment")
    const lacks = {
      ...(rating === 0 && { rating: say("receipt.noRating") }),
      ...(comment === "" && { comment: say("receipt.noComment") }),
    }
    setMissing(lacks)
    if (Object.keys(lacks).length === 0) writing.mutate({ rating, comment, ...(title && { title }) })
  }
  if (isFinal) {
    return (
      <p role="status" class="text-soft">
        {said(writing.error)}
      </p>
    )
  }
  return (
    <form onSubmit={submit} noValidate class="grid gap-4">
      <p class="text-soft">{say("receipt.reviewHint")}</p>
      <Stars rating={rating} choose={setRating} error={wrong.rating} />
      <Field label={say("receipt.reviewTitle")} error={wrong.title}>
        {(of) => <Input {...of} name="title" maxLength={TITLE_CHARACTERS} autocomplete="off" />}
      </Field>
      <Field label={say("receipt.comment")} error={wrong.comment}>
        {(of) => <TextArea {...of} name="comment" maxLength={COMMENT_CHARACTERS} required />}
      </Field>
      {writing.error && Object.keys(wrong).length === 0 && (
        <p role="alert" class="rounded-md border border-loss p-3">
          {said(writing.error)}
        </p>
      )}
      <div>
        <Button type="submit" kind="primary" disabled={writing.isPending}>
          {say(writing.isPending ? "receipt.sending" : "receipt.send")}
        </Button>
      </div>
    </form>
  )
}

interface StarsProps {
  rating: number
  choose: (rating: number) => void
  error?: string | undefined
}

/** One to five, as the radio buttons that they are. */
function Stars({ rating, choose, error }: StarsProps) {
  const say = useSay()
  const id = useId()
  return (
    <fieldset aria-describedby={error ? `${id}-told` : undefined}>
      <legend class="text-sm font-medium">{say("receipt.rating")}</legend>
      <div class="flex">
        {RATINGS.map((value) => (
          <label
            key={value}
            class={`press grid cursor-pointer place-items-center rounded-md has-focus-visible:outline-2 has-focus-visible:outline-accent ${value <= rating ? "text-gold" : "text-soft"}`}
          >
            <input
              type="radio"
              name="rating"
              value={value}
              checked={value === rating}
              onChange={() => choose(value)}
              class="sr-only"
            />
            <span class="sr-only">{say("receipt.ratingOf", { rating: value })}</span>
            <Icon name="star" solid={value <= rating} />
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-told`} role="alert" class="text-sm text-loss">
          {error}
        </p>
      )}
    </fieldset>
  )
}
