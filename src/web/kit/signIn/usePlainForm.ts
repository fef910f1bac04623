import { type FormEvent, type RefObject, useRef, useState } from 'react'

/** A plain form: sends once at a time, names the first missing field, and shows a refusal below. */
interface PlainForm {
  readonly form: RefObject<HTMLFormElement | null>
  readonly said: string | undefined
  readonly busy: boolean
  submit(event: FormEvent): Promise<void>
}

/** Submits a plain form: `send` gets the text of each field and may answer with a message to show instead. */
export function usePlainForm(send: (text: (name: string) => string) => Promise<string | void>): PlainForm {
  const [said, setSaid] = useState<string>()
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const missing = firstMissing(form.current!)
    if (missing !== undefined) {
      setSaid(`请填写${missing.labels![0]!.textContent}。`)
      missing.focus()
      return
    }
    const entry = new FormData(form.current!)
    setBusy(true)
    setSaid(undefined)
    try {
      setSaid((await send(name => String(entry.get(name) ?? ''))) ?? undefined)
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }

  return { form, said, busy, submit }
}

/** Returns the first required field that is empty. The browser's own messages use the browser's language, so we show ours. */
function firstMissing(form: HTMLFormElement): HTMLInputElement | undefined {
  return [...form.querySelectorAll('input')].find(input => input.required && input.value.trim() === '')
}
