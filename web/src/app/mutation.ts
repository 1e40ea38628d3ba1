import {
  type UseMutationOptions,
  type UseMutationResult,
  useMutation as useTanstackMutation,
} from "@tanstack/react-query"
import { useRef } from "preact/hooks"

/**
 * A change that is asked of the store: once, however often a button is pressed. A second press can come before the page has drawn that
 * the first is under way, and would spend again.
 */
export function useMutation<Data = unknown, Wish = void, Context = unknown>(
  options: UseMutationOptions<Data, Error, Wish, Context>,
): UseMutationResult<Data, Error, Wish, Context> {
  const isUnderWay = useRef(false)
  const mutation = useTanstackMutation<Data, Error, Wish, Context>({
    ...options,
    async onSettled(...args) {
      try {
        await options.onSettled?.(...args)
      } finally {
        isUnderWay.current = false
      }
    },
  })
  return {
    ...mutation,
    mutate(...args) {
      if (isUnderWay.current) return
      isUnderWay.current = true
      mutation.mutate(...args)
    },
  }
}
