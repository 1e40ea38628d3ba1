import { useQuery } from "@tanstack/react-query"
import { Fragment } from "preact"
import { useSearchParams } from "wouter-preact"
import { useSay } from "../../app/text"
import { Problem } from "../../parts/Problem"
import { useDof, useNumber } from "../../ui/Amount"
import { Button } from "../../ui/Button"
import { Field, Input } from "../../ui/Field"
import { Skeleton } from "../../ui/Loading"
import { books } from "./books"
import { Operators } from "./Operators"
import type { Books } from "./types"
import { VerifySection } from "./Verify"

/** What there is and who has it, and whether that is so. */
export function Page() {
  return (
    <Operators title="ops.books">
      <BooksSection />
      <VerifySection />
    </Operators>
  )
}

/** All accounts in total, or one user's; whose stands in the address. */
function BooksSection() {
  const say = useSay()
  const [params, setParams] = useSearchParams()
  const user = params.get("user") ?? ""
  const { data, error, refetch } = useQuery(books(user))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget as HTMLFormElement).get("user") ?? "").trim()
    setParams(typed ? { user: typed } : {})
  }
  return (
    <section aria-label={say(user ? "ops.booksOf" : "ops.booksAll")} class="grid gap-4">
      <p class="max-w-prose text-soft">{say("ops.booksHint")}</p>
      <form key={user} onSubmit={submit} class="flex max-w-2xl flex-wrap items-end gap-3">
        <div class="min-w-60 flex-1">
          <Field label={say("ops.booksUser")}>
            {(of) => <Input {...of} name="user" defaultValue={user} autocomplete="off" spellcheck={false} />}
          </Field>
        </div>
        <Button type="submit">{say("ops.booksShow")}</Button>
        {user && (
          <Button kind="quiet" onClick={() => setParams({})}>
            {say("ops.booksAll")}
          </Button>
        )}
      </form>
      {error && <Problem error={error} again={refetch} />}
      {!data && !error && <Skeleton class="h-80" />}
      {data && <Accounts books={data} isOfUser={user !== ""} />}
    </section>
  )
}

function Accounts({ books: { accounts, sums, balanced }, isOfUser }: { books: Books; isOfUser: boolean }) {
  const say = useSay()
  const amount = useAmount()
  const isZero = accounts.every(({ balance }) => balance === 0)
  return (
    <>
      <table class="w-full max-w-2xl figures">
        <caption class="sr-only">{say("ops.books")}</caption>
        <thead class="text-sm text-soft">
          <tr class="border-b border-line">
            <th scope="col" class="py-2 text-start font-medium">
              {say("ops.account")}
            </th>
            <th scope="col" class="px-2 py-2 text-start font-medium">
              {say("ops.asset")}
            </th>
            <th scope="col" class="py-2 text-end font-medium">
              {say("ops.balance")}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ account, asset, balance }) => (
            <tr key={`${account} ${asset}`} class="border-b border-line">
              <th scope="row" class="py-2 text-start font-normal">
                <Broken text={account} />
              </th>
              <td class="px-2 py-2 whitespace-nowrap text-soft">{asset}</td>
              <td class={`py-2 text-end whitespace-nowrap ${balance < 0 ? "text-soft" : ""}`}>
                {amount(balance, asset)}
              </td>
            </tr>
          ))}
        </tbody>
        {!isOfUser && (
          <tfoot>
            {Object.entries(sums).map(([asset, sum]) => (
              <tr key={asset}>
                <th scope="row" class="py-2 text-start font-medium">
                  {say("ops.sum")}
                </th>
                <td class="px-2 py-2 whitespace-nowrap text-soft">{asset}</td>
                <td class={`py-2 text-end whitespace-nowrap ${sum === 0 ? "text-good" : "text-loss"}`}>
                  {amount(sum, asset)}
                </td>
              </tr>
            ))}
          </tfoot>
        )}
      </table>
      {!isOfUser && (
        <p class={balanced ? "text-good" : "text-loss"}>{say(balanced ? "ops.balanced" : "ops.unbalanced")}</p>
      )}
      {isOfUser && isZero && <p class="text-soft">{say("ops.booksNobody")}</p>}
    </>
  )
}

/** A name that breaks between its parts first. */
function Broken({ text }: { text: string }) {
  return (
    <>
      {text.split(/(?<=[:_.-])/).map((part, index) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </>
  )
}

/** The store keeps money in cents (`Asset.java`), and DOF whole. */
function useAmount(): (amount: number, asset: string) => string {
  const dof = useDof()
  const number = useNumber()
  return (amount, asset) =>
    asset === "USD" ? number(amount / 100, { style: "currency", currency: "USD" }) : dof(amount)
}
